import { randomUUID } from 'node:crypto';
import type { DossierRecord } from '../../subgraphs/agency/records/dossier/dossier-record.ts';
import { parkedMessage } from '../support/agency/parked-message.ts';
import type { Asker } from '../support/composed/callers.ts';
import { type MarkedFederation, markedFederation } from '../support/composed/marked-federation.ts';
import { confirmedLink, dossierOf, groupOf, proposalOf, releaseOf } from '../support/hand-made-dossiers.ts';
import { openMeasures } from '../support/hand-made-measures.ts';
import { operationsOfSamples } from './operation-samples.ts';
import {
  alertsOfSamples,
  checksOfSamples,
  dossierFor,
  groupFor,
  requestsOfSamples,
  sightingsOfSamples,
} from './sample-records.ts';
import { type Input, samples } from './samples.ts';
import { actionNames, inputOf, membersOf } from './take.ts';

const roleOf = (action: string) => samples.find((sample) => sample.action === action)?.role ?? '';

interface Result {
  __typename: string;
  code?: string;
  message?: string;
}

/** A dossier of which nobody has decided that other agencies may see it. */
function undecided(id: string): DossierRecord {
  const releases = [proposalOf({ id: 'VPROPOSED' }), releaseOf({ id: 'VGRANTED' })];
  const { shareable: _decided, ...dossier } = dossierOf(id, {
    handlingCode: 'ON_RELEASE',
    releases,
    measures: openMeasures(),
  });
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
  await federation.databases.BELARUS.models.requests.create(requestsOfSamples());
  const measure = { dossier: dossierFor('removeOperationMeasure'), of: 'VPLANNED00001' };
  await federation.databases.BELARUS.models.operations.create(
    operationsOfSamples(measure, dossierFor('proposeOperationRelease')),
  );
  await federation.databases.BELARUS.models.dossiers.updateOne(
    { _id: dossierFor('draftOperationReleases') },
    { $set: confirmedLink('RU-11NKED0000000001') },
  );
  // Who asks by its id holds it only where all agencies may see it.
  await federation.databases.BELARUS.models.dossiers.updateOne(
    { _id: dossierFor('extendRequest') },
    { $set: { handlingCode: 'SHAREABLE' } },
  );
  await federation.databases.BELARUS.models.alerts.create(alertsOfSamples());
  await federation.databases.BELARUS.models.measureChecks.create(checksOfSamples());
  await federation.databases.BELARUS.models.sightings.create(sightingsOfSamples());
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
  const query = `mutation ($input: ${inputOf('belarus', action)}) { belarus { ${action}(input: $input) {
    __typename ... on Refusal { code message } } } }`;
  const asked = { query, variables: { input } };
  const { body } = await federation.ask(asker, asked, { 'idempotency-key': randomUUID() });
  const { data, errors } = JSON.parse(body);
  if (errors) throw new Error(body);
  return data.belarus[action];
}

const written = async () => {
  const { alerts, deputies, dossiers, groups, history, measureChecks, requests, suspensions } =
    federation.databases.BELARUS.models;
  const [records, ofGroups] = [await dossiers.find().lean(), await groups.find().lean()];
  const asked = [
    ...(await requests.find().lean()),
    ...(await alerts.find().lean()),
    ...(await measureChecks.find().lean()),
  ];
  return {
    versions: [...records, ...ofGroups, ...asked].map(({ _id, version }) => [_id, version]),
    steps: await history.countDocuments(),
    suspended: await suspensions.find().lean(),
    deputies: await deputies.find().lean(),
  };
};

test('there is a sample of every action', () => {
  expect(samples.map(({ action }) => action).sort()).toEqual([...actionNames].sort());
});

describe.each(samples)('$action', ({ action, input, invalid, unknown, before = [] }) => {
  const members = membersOf('belarus', action);
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
    // What takes no version is never stale, unless others come before it each time.
    const never = 'version' in input ? [] : ['StaleVersion'];
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
