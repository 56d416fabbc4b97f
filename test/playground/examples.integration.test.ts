import { randomUUID } from 'node:crypto';
import { type Example, examplesOf } from '../../playground/query/examples/example.ts';
import { storedEntry } from '../../subgraphs/agency/records/history/history-entry.ts';
import { subgraphOf } from '../../terms/agencies.ts';
import { type DemoAgency, demoAgencies } from '../../workshop/demo-data/agencies/demo-agencies.ts';
import {
  knownGroups,
  linkedPerson,
  linkedPersonName,
  unlinkedPerson,
} from '../../workshop/demo-data/known/demo-ids.ts';
import { demoCaseOf } from '../../workshop/demo-data/lists/cases.ts';
import { recordingStep } from '../../workshop/demo-data/people/record-from.ts';
import { demoRecords } from '../../workshop/demo-data/records.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';

const demoIds = {
  linked: linkedPerson.BELARUS,
  name: linkedPersonName,
  groupBELARUS: knownGroups.BELARUS,
  groupRUSSIA: knownGroups.RUSSIA,
  unlinkedBELARUS: unlinkedPerson.BELARUS,
  unlinkedRUSSIA: unlinkedPerson.RUSSIA,
};

/** Who does each of them, and the type of its answer where it changes something. */
const doneBy: Record<Example['task'], [role: string, type?: string]> = {
  lookUp: ['INVESTIGATOR'],
  searchName: ['INVESTIGATOR'],
  sharedGateway: ['INVESTIGATOR'],
  group: ['INVESTIGATOR'],
  released: ['INVESTIGATOR'],
  links: ['LIAISON'],
  proposeLink: ['LIAISON', 'RecordedDossier'],
  countersignLink: ['SUPERVISOR', 'RecordedDossier'],
  notices: ['LIAISON'],
  channel: ['LIAISON'],
  waiting: ['SUPERVISOR'],
  proposeShareable: ['LIAISON', 'RecordedDossier'],
  countersignShareable: ['SUPERVISOR', 'RecordedDossier'],
  countersignValues: ['SUPERVISOR', 'RecordedDossier'],
  countersignGroup: ['SUPERVISOR', 'RecordedGroup'],
  provisions: ['INVESTIGATOR'],
  readers: ['OVERSEER'],
  budgets: ['OVERSEER'],
  suspensions: ['OVERSEER'],
  suspendOfficer: ['OVERSEER', 'RecordedSuspension'],
  reinstateOfficer: ['SUPERVISOR', 'RecordedSuspension'],
};

describe.each(demoAgencies)('the examples for an officer of %s', (agency) => {
  let federation: MarkedFederation;
  beforeAll(async () => {
    const records = demoRecords({ seed: 7, dossiersPerAgency: 60 });
    const recordsOf = (of: DemoAgency) => ({
      ...records[of],
      reads: [],
      history: records[of].dossiers.map((dossier) => storedEntry(dossier._id, recordingStep(dossier))),
    });
    federation = await markedFederation({ records: recordsOf });
  });
  afterAll(() => federation.stop());

  const own = subgraphOf(agency);
  const typeName = (type: string) =>
    type.endsWith('Dossier') ? `${own.charAt(0).toUpperCase()}${own.slice(1)}${type}` : type;
  const examples = examplesOf(agency, demoIds);

  async function run(role: string, query: string, variables: Record<string, unknown>) {
    const mandate = {
      purpose: 'INVESTIGATION',
      legalBasis: 'COOPERATION_AGREEMENT',
      case: demoCaseOf(agency),
    } as const;
    const asker = { agency, roles: [role], subject: `${role.toLowerCase()}-1`, mandate };
    const { body } = await federation.ask(asker, { query, variables }, { 'idempotency-key': randomUUID() });
    return JSON.parse(body);
  }

  /** An example as an officer sends it, who has read the record and filled in what nobody can know beforehand. */
  async function filled({ variables }: Example): Promise<Record<string, unknown>> {
    const input = variables.input as Record<string, unknown> | undefined;
    if (!input) return variables;
    const { dossiers, groups, suspensions } = federation.databases[agency].models;
    const record = await ('group' in input
      ? groups.findById(knownGroups[agency]).lean()
      : dossiers.findById(unlinkedPerson[agency]).lean());
    const standing = await suspensions.findOne({ isActive: true }).lean();
    const fills: Record<string, unknown> = {
      version: record?.version,
      subject: 'somebody',
      suspension: standing?._id,
    };
    const fill = (name: string, value: unknown) =>
      name in fills ? fills[name] : value === '' ? 'As it was told' : value;
    return {
      input: Object.fromEntries(Object.entries(input).map(([name, value]) => [name, fill(name, value)])),
    };
  }

  test('have a role each that does them', () => {
    expect(examples.map(({ task }) => task)).toEqual(Object.keys(doneBy));
  });

  test.each(examples.filter(({ query }) => query.startsWith('query')))(
    '$task is answered',
    async (example) => {
      const [role] = doneBy[example.task];
      const { data, errors } = await run(role, example.query, await filled(example));
      expect(errors).toBeUndefined();
      expect(Object.values(data)).not.toContain(null);
      expect(Object.values(data[own] ?? { more: {} })).not.toContain(null);
    },
  );

  test.each(examples.filter(({ query }) => query.startsWith('mutation')))(
    '$task is done',
    async (example) => {
      const [role, type = ''] = doneBy[example.task];
      if (example.task === 'countersignValues') await addName();
      if (example.task === 'countersignGroup') await renameGroup();
      const query = example.query.replace('(input: $input) {', '(input: $input) { __typename');
      const { data, errors } = await run(role, query, await filled(example));
      expect(errors).toBeUndefined();
      expect(data[own][example.task].__typename).toBe(typeName(type));
    },
  );

  /** So that the group waits for a second officer. */
  async function renameGroup(): Promise<void> {
    const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
    const input = { group: knownGroups[agency], version: 1, kind: 'CALL_CENTRE', name: 'Novy', provenance };
    const query = `mutation ($input: AmendGroupInput!) { ${own} { amendGroup(input: $input) { __typename } } }`;
    const { data } = await run('INVESTIGATOR', query, { input });
    expect(data[own].amendGroup.__typename).toBe('RecordedGroup');
  }

  /** So that there is something to countersign. */
  async function addName(): Promise<void> {
    const dossier = await federation.databases[agency].models.dossiers
      .findById(unlinkedPerson[agency])
      .lean();
    const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
    const names = [{ kind: 'ALIAS', script: 'LATIN', surname: 'Novy', provenance }];
    const input = { dossier: dossier?._id, version: dossier?.version, reason: 'As told', add: { names } };
    const query = `mutation ($input: AmendDossierInput!) { ${own} { amendDossier(input: $input) { __typename } } }`;
    const { data } = await run('INVESTIGATOR', query, { input });
    expect(data[own].amendDossier.__typename).toBe(typeName('RecordedDossier'));
  }
});
