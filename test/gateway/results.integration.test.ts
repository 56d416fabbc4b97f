import { randomUUID } from 'node:crypto';
import { isUnionType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import { parkedId, parkedMessage } from '../subgraphs/agency/support/parked-message.ts';
import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { everyAction } from '../support/coordinates/actions.ts';
import { dossierOf, groupOf, proposalOf, releaseOf } from '../support/hand-made-dossiers.ts';
import { projectFile, schemaOf } from '../support/schema-files.ts';

const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const name = { kind: 'ALIAS', script: 'LATIN', surname: 'Probny', provenance };
const person = {
  handlingCode: 'ON_RELEASE',
  cases: ['BY-2026-000001'],
  offences: [{ article: '209', committedOn: '2025-03', provenance }],
  status: { stage: 'SUSPECTED', provenance },
};
const group = { kind: 'CALL_CENTRE', name: 'Office on the river', provenance };
const reason = 'As it was told';
const foreign = { dossier: 'RU-0000000001' };
const days = (number: number) => new Date(Date.now() + number * 86_400_000).toISOString();
const blank = ' ';

type Input = Record<string, unknown>;
type Step = readonly [action: string, input: Input];

/** One action: an input that is taken, and what is otherwise in those that are not. */
interface Sample {
  action: string;
  role: string;
  input: Input;
  /** What makes the input one with a problem. */
  invalid?: Input;
  /** What makes it name a record that there is not. */
  unknown?: Input;
  /** What others have done before. */
  before?: readonly Step[];
}

const typeOf: Readonly<Record<string, string>> = {
  recordDossier: 'DossierInput',
  amendDossier: 'AmendDossierInput',
  contestValue: 'ValueInput',
  uncontestValue: 'ValueInput',
  setRetention: 'RetentionInput',
  changeHandlingCode: 'HandlingCodeInput',
  closeDossier: 'CloseDossierInput',
  recordGroup: 'GroupInput',
  amendGroup: 'AmendGroupInput',
  countersignGroup: 'CountersignGroupInput',
  proposeRelease: 'ReleaseInput',
  grantRelease: 'GrantReleaseInput',
  recallRelease: 'RecallReleaseInput',
  proposeShareable: 'ProposeShareableInput',
  countersignShareable: 'CountersignInput',
  turnDownShareable: 'DossierVersionInput',
  countersignValues: 'CountersignInput',
  proposeLink: 'ProposeLinkInput',
  countersignLink: 'LinkInput',
  withdrawLink: 'WithdrawLinkInput',
  tryMessageAgain: 'TryMessageAgainInput',
  dismissMessage: 'DismissMessageInput',
  suspendOfficer: 'SuspendOfficerInput',
  reinstateOfficer: 'ReinstateOfficerInput',
};
const actionNames = Object.keys(typeOf);

/** Each action has a dossier of its own, so that none is in another's way. */
const dossierFor = (action: string) => `BY-${String(actionNames.indexOf(action)).padStart(12, '0')}`;
const groupFor = (action: string) => `BYG-${String(actionNames.indexOf(action)).padStart(16, '0')}`;
const value = dossierOf('BY-0000000000').names[0]?.id;
const proposal = {
  to: 'RUSSIA',
  classes: ['IDENTITY'],
  purposes: ['INVESTIGATION'],
  until: days(20),
  reason,
};
const link = { foreign, decision: 'SAME', reason };
const unknownDossier = { dossier: 'BY-0000000099' };
const unknownGroup = { group: 'BYG-ZZZZZZZZZZZZZZZZ' };

/** An action on its dossier; the version is that which the steps before it have left. */
const onDossier = (
  action: string,
  role: string,
  input: Input,
  invalid: Input,
  { before = [], takesVersion = true }: { before?: readonly Step[]; takesVersion?: boolean } = {},
): Sample => {
  const dossier = dossierFor(action);
  const target = (version: number) => ({ dossier, version });
  return {
    action,
    role,
    input: { ...(takesVersion ? target(before.length + 1) : { dossier }), ...input },
    invalid,
    unknown: unknownDossier,
    before: before.map(([step, given], index): Step => [step, { ...target(index + 1), ...given }]),
  };
};

const samples: readonly Sample[] = [
  { action: 'recordDossier', role: 'INVESTIGATOR', input: person, invalid: { offences: [] } },
  onDossier('amendDossier', 'INVESTIGATOR', { add: { names: [name] } }, { reason: blank }),
  onDossier('contestValue', 'INVESTIGATOR', { value, reason }, { reason: blank }),
  onDossier('uncontestValue', 'INVESTIGATOR', { value, reason }, { reason: blank }),
  onDossier(
    'setRetention',
    'INVESTIGATOR',
    { value, reason, retainUntil: days(2).slice(0, 10) },
    { retainUntil: '2001-01-01' },
  ),
  onDossier(
    'changeHandlingCode',
    'SUPERVISOR',
    { handlingCode: 'ORIGINATOR_ONLY', reason },
    { handlingCode: 'SHAREABLE' },
  ),
  onDossier('closeDossier', 'SUPERVISOR', { stage: 'CONVICTED', provenance, reason }, { stage: 'SUSPECTED' }),
  { action: 'recordGroup', role: 'INVESTIGATOR', input: group, invalid: { name: blank } },
  {
    action: 'amendGroup',
    role: 'INVESTIGATOR',
    input: { group: groupFor('amendGroup'), version: 1, ...group },
    invalid: { name: blank },
    unknown: unknownGroup,
  },
  {
    action: 'countersignGroup',
    role: 'SUPERVISOR',
    input: { group: groupFor('countersignGroup'), version: 2, neutrality: 'The name that they use' },
    invalid: { neutrality: blank },
    unknown: unknownGroup,
    before: [['amendGroup', { group: groupFor('countersignGroup'), version: 1, ...group }]],
  },
  onDossier('proposeRelease', 'LIAISON', proposal, { to: 'BELARUS' }),
  onDossier('grantRelease', 'SUPERVISOR', { release: 'VPROPOSED' }, { neutrality: blank }),
  onDossier(
    'recallRelease',
    'SUPERVISOR',
    { release: 'VGRANTED', reason },
    { reason: blank },
    { takesVersion: false },
  ),
  onDossier('proposeShareable', 'LIAISON', { reason }, { reason: blank }),
  onDossier(
    'countersignShareable',
    'SUPERVISOR',
    { neutrality: 'Facts of the case alone' },
    { neutrality: blank },
    { before: [['proposeShareable', { reason }]] },
  ),
  onDossier(
    'turnDownShareable',
    'SUPERVISOR',
    {},
    // Nobody has proposed anything on this one.
    { dossier: dossierFor('suspendOfficer'), version: 1 },
    { before: [['proposeShareable', { reason }]] },
  ),
  onDossier(
    'countersignValues',
    'SUPERVISOR',
    { neutrality: 'Facts of the case alone' },
    { neutrality: blank },
    { before: [['amendDossier', { add: { names: [name] } }]] },
  ),
  onDossier('proposeLink', 'LIAISON', link, { foreign: { dossier: 'nobody' } }),
  onDossier(
    'countersignLink',
    'SUPERVISOR',
    { foreign },
    { foreign: { dossier: 'nobody' } },
    { before: [['proposeLink', link]] },
  ),
  onDossier(
    'withdrawLink',
    'SUPERVISOR',
    { foreign, reason },
    { reason: blank },
    { before: [['proposeLink', link]], takesVersion: false },
  ),
  {
    action: 'tryMessageAgain',
    role: 'LIAISON',
    input: { from: 'RUSSIA', message: parkedId },
    unknown: { message: 'nothing' },
  },
  {
    action: 'dismissMessage',
    role: 'LIAISON',
    input: { from: 'RUSSIA', message: parkedId, reason },
    invalid: { reason: blank },
    unknown: { message: 'nothing' },
  },
  {
    action: 'suspendOfficer',
    role: 'OVERSEER',
    input: { subject: 'gone-astray', reason },
    invalid: { subject: 'overseer-1' },
  },
  {
    action: 'reinstateOfficer',
    role: 'SUPERVISOR',
    input: { suspension: 'the one in force', reason },
    invalid: { reason: blank },
    unknown: { suspension: 'nothing' },
  },
];

const roleOf = (action: string) => samples.find((sample) => sample.action === action)?.role ?? '';
const api = schemaOf(projectFile('schema/built/api.graphql'));
const fields = everyAction(api).find(({ namespace }) => namespace === 'belarus')?.actions ?? [];

/** The names of the types that an action can answer with. */
const membersOf = (action: string): string[] => {
  const type = fields.find(({ name: field }) => field === action)?.type;
  return isUnionType(type) ? type.getTypes().map((member) => member.name) : [];
};

interface Result {
  __typename: string;
  code?: string;
  message?: string;
}

/** A dossier of which nobody has decided that other agencies may see it. */
function undecided(id: string): DossierRecord {
  const releases = [proposalOf({ id: 'VPROPOSED' }), releaseOf({ id: 'VGRANTED' })];
  const { shareable: _decided, ...dossier } = dossierOf(id, { handlingCode: 'ON_RELEASE', releases });
  return dossier;
}

let federation: MarkedFederation;
beforeAll(async () => {
  federation = await markedFederation({
    records: (agency) => ({
      dossiers: agency === 'BELARUS' ? actionNames.map((action) => undecided(dossierFor(action))) : [],
      groups:
        agency === 'BELARUS'
          ? ['amendGroup', 'countersignGroup'].map((action) => ({
              ...groupOf(groupFor(action)),
              recordedWith: `test ${action}`,
            }))
          : [],
      reads: [],
      history: [],
    }),
  });
  await federation.databases.BELARUS.models.inbox.create(parkedMessage());
});
afterAll(() => federation?.stop());

/** Takes an action through the gateway as a client does that knows no refusal by its name. */
async function act(action: string, input: Input): Promise<Result> {
  const role = roleOf(action);
  const asker: Asker = {
    agency: 'BELARUS',
    roles: [role],
    subject: `${role.toLowerCase()}-1`,
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
  };
  const query = `mutation ($input: ${typeOf[action]}!) { belarus { ${action}(input: $input) {
    __typename ... on Refusal { code message } } } }`;
  const asked = { query, variables: { input } };
  const { body } = await federation.ask(asker, asked, { 'idempotency-key': randomUUID() });
  const { data, errors } = JSON.parse(body);
  if (errors) throw new Error(body);
  return data.belarus[action];
}

const written = async () => {
  const { dossiers, groups, history, suspensions } = federation.databases.BELARUS.models;
  const [records, ofGroups] = [await dossiers.find().lean(), await groups.find().lean()];
  return {
    versions: [...records, ...ofGroups].map(({ _id, version }) => [_id, version]),
    steps: await history.countDocuments(),
    suspended: await suspensions.find().lean(),
  };
};

test('there is a sample of every action', () => {
  expect(samples.map(({ action }) => action)).toEqual(actionNames);
  expect([...actionNames].sort()).toEqual(fields.map(({ name: field }) => field).sort());
});

describe.each(samples)('$action', ({ action, input, invalid, unknown, before = [] }) => {
  const members = membersOf(action);
  const given = async (): Promise<Input> => {
    if (action !== 'reinstateOfficer') return input;
    const standing = await federation.databases.BELARUS.models.suspensions.findOne({ isActive: true }).lean();
    return { ...input, suspension: standing?._id };
  };
  const refusals: [type: string, code: string, wrong: Input][] = [
    ...(invalid ? [['InvalidInput', 'INVALID_INPUT', invalid] as [string, string, Input]] : []),
    ...(members.includes('StaleVersion')
      ? [['StaleVersion', 'STALE_VERSION', { version: 99 }] as [string, string, Input]]
      : []),
    ...(unknown ? [['UnknownRecord', 'UNKNOWN_RECORD', unknown] as [string, string, Input]] : []),
  ];

  beforeAll(async () => {
    for (const [step, asked] of before) expect(await act(step, asked)).not.toHaveProperty('code');
  });

  test('can be refused in each way that its result names and a caller can bring about', () => {
    const ways = members.filter((member) => !/^(Belarus)?Recorded|^Tried|^Dismissed/.test(member));
    // A withdrawal and a recall take no version, so they are never stale.
    const never = ['recallRelease', 'withdrawLink'].includes(action) ? ['StaleVersion'] : [];
    expect(refusals.map(([type]) => type)).toEqual(
      expect.arrayContaining(ways.filter((way) => !never.includes(way))),
    );
  });

  test.each(refusals.filter(([type]) => type !== 'StaleVersion' || 'version' in input))(
    'is refused as %s: %s, and writes nothing',
    async (type, code, wrong) => {
      const as = await written();
      const result = await act(action, { ...(await given()), ...wrong });
      expect(result).toEqual({ __typename: type, code, message: expect.stringMatching(/^\S.*\S$/s) });
      expect(await written()).toEqual(as);
    },
  );

  test('is taken, and its success is no Refusal', async () => {
    const result = await act(action, await given());
    expect(Object.keys(result)).toEqual(['__typename']);
    expect(result.__typename).toBe(
      members.find((member) => /^(Belarus)?Recorded|^Tried|^Dismissed/.test(member)),
    );
  });
});
