import { getNamedType, isInterfaceType, isObjectType } from 'graphql';
import { agencySchema } from '../../../subgraphs/agency/api/agency-schema.ts';
import { belarus } from '../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../subgraphs/russia/definition.ts';
import { encodeQuestion } from '../../../terms/search-exchange.ts';
import { type AgencyInProcess, agencyInProcess } from '../../support/world/agency.ts';

/** What leads back to dossiers, to be asked for by its id alone. */
const leadsBack = ['suspect', 'dossiers', 'members'];

/**
 * Fields that nothing of the demo can fill: no listed article has gone out of force, no step was taken after recording, no
 * release is for one case alone, no link is to a hit or ends by a day, which would come while the demo is used, and no value waits for
 * a countersignature, which would take it from what another agency is shown.
 */
const notOfTheDemo = [
  'Article.validTo',
  'BelarusRelease.case',
  'RussiaRelease.case',
  'Link.reference',
  'Link.lapsesAt',
  'HistoryChange.before',
  'HistoryChange.after',
  'ContentPart.name',
  'ContentPart.text',
  'HistoryChange.reason',
  'HistoryEntry.code',
  'BelarusDossier.removals',
  'RussiaDossier.removals',
  ...['value', 'field', 'by', 'since', 'retainUntil', 'agreedBy', 'from', 'lapsesAt'].map(
    (field) => `WaitingRemoval.${field}`,
  ),
  // Of what is not taken yet.
  ...['outcome', 'startedBy', 'urgency'].map((field) => `PlannedMeasure.${field}`),
  // Told with a round of the other agency.
  'MeasureConflict.contactPoint',
  // Of reads by own officers, and of what was said with a request.
  ...['reason', 'beyondMandate', 'ofNoCase', 'requests', 'operations'].map(
    (field) => `RecordedRead.${field}`,
  ),
  'BelarusDossier.waiting',
  'RussiaDossier.waiting',
  'BelarusGroup.waiting',
  'RussiaGroup.waiting',
  ...['value', 'field', 'by', 'since', 'isFreeText', 'terms'].map((field) => `WaitingValue.${field}`),
];

describe.each([belarus, russia])('the demo data of $agency', (definition) => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(definition, { demo: 150 });
  });

  const schema = agencySchema(definition);
  const prefix = definition.agency === 'BELARUS' ? 'Belarus' : 'Russia';
  const own = prefix.toLowerCase();
  const coordinates = new Set<string>();

  /** Every field of a type and of what it leads to; notes their coordinates. */
  function everything(typeName: string): string {
    const type = schema.getType(typeName);
    if (isInterfaceType(type) && type.name === 'Dossier') return '{ id }';
    if (isInterfaceType(type)) return everything(schema.getPossibleTypes(type)[0]?.name ?? '');
    if (!isObjectType(type)) return '';
    const fields = Object.values(type.getFields()).filter(
      ({ name, astNode }) =>
        !leadsBack.includes(name) &&
        // Another subgraph answers.
        !astNode?.directives?.some((directive) => directive.name.value === 'external'),
    );
    for (const { name } of fields) coordinates.add(`${typeName}.${name}`);
    const selections = fields.map(({ name, type: of }) => `${name} ${everything(getNamedType(of).name)}`);
    return `{ __typename ${selections.join(' ')} }`;
  }

  function note(value: unknown, filled: Set<string>): void {
    if (Array.isArray(value)) for (const item of value) note(item, filled);
    else if (typeof value === 'object' && value !== null) {
      const { __typename, ...fields } = value as Record<string, unknown>;
      for (const [name, field] of Object.entries(fields)) {
        if (field !== null && !(Array.isArray(field) && field.length === 0))
          filled.add(`${__typename}.${name}`);
        note(field, filled);
      }
    }
  }

  /** Reads some dossiers for another agency, and searches for the person whom both know: both are put on record. */
  async function readAbroad() {
    const abroad = { agency: definition.agency === 'BELARUS' ? 'RUSSIA' : 'BELARUS' } as const;
    await agency.run(
      `{ ${own} { releasedDossiers(first: 100) { nodes { names { full } instruments { kind } memberships { group { name } } } } } }`,
      {},
      abroad,
    );
    const names = [{ script: 'RUSSIAN', surname: 'Городейко', givenName: 'Евгений' } as const];
    const question = encodeQuestion({ criteria: { names } });
    await agency.run(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${prefix}Search { matches } } }`,
      { of: [{ __typename: `${prefix}Search`, question }] },
      abroad,
    );
  }

  test('fills every field that a dossier can have', async () => {
    await readAbroad();
    const selection = everything(`${prefix}Dossier`);
    const filled = new Set<string>();
    let after: string | null = null;
    do {
      const { result }: Awaited<ReturnType<AgencyInProcess['run']>> = await agency.run(
        `query ($after: Cursor) { ${own} { dossiers(first: 100, after: $after) {
          nodes ${selection} pageInfo { hasNextPage endCursor } } } }`,
        { after },
        { roles: ['SUPERVISOR'] },
      );
      expect(result.errors).toBeUndefined();
      const { nodes, pageInfo } = (
        result.data as Record<
          string,
          { dossiers: { nodes: unknown; pageInfo: { hasNextPage: boolean; endCursor: string } } }
        >
      )[own]?.dossiers ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: '' } };
      note(nodes, filled);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    const paging = (coordinate: string) => coordinate.startsWith('PageInfo.');
    const empty = [...coordinates].filter((coordinate) => !filled.has(coordinate) && !paging(coordinate));
    expect(empty.filter((coordinate) => !notOfTheDemo.includes(coordinate))).toEqual([]);
    expect(coordinates.size).toBeGreaterThan(120);
  });
});
