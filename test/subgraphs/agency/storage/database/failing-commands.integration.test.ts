import { randomUUID } from 'node:crypto';
import { matchUnder } from '../../../../../subgraphs/agency/matching/match-under.ts';
import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { isPassing, passingCodes } from '../../../../../subgraphs/agency/storage/driver-errors/is-passing.ts';
import { hitStore } from '../../../../../subgraphs/agency/storage/stores/hit-store.ts';
import { importStore } from '../../../../../subgraphs/agency/storage/stores/import-store.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { recordingStep } from '../../../../../workshop/demo-data/people/record-from.ts';
import { until } from '../../../../support/end-to-end/until.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { long } from '../../../../support/long.ts';
import { testKeys, testNaming } from '../../../../support/match-keys.ts';
import type { ReplicaSet } from '../../../../support/replica-set.ts';
import { temporaryDirectory } from '../../../../support/temporary-directory.ts';
import { type ServedAgency, servedAgency, startSet } from './support.ts';

/** A server that fails its commands as it is told, in the ways that real ones do. */
let set: ReplicaSet;
let agency: ServedAgency;

beforeAll(async () => {
  // A transaction whose commit never arrived stands in the way of its repeat until the server gives it up, after a minute by itself.
  const parameters = ['enableTestCommands=1', 'transactionLifetimeLimitSeconds=2'];
  const options = parameters.flatMap((parameter) => ['--setParameter', parameter]);
  set = await startSet({ name: 'failing', members: 1, options }, directory.path('data'));
  agency = await servedAgency(set.uri('belarus'));
});
const directory = temporaryDirectory();

type Failure = Record<string, unknown>;
const member = () => set.members[0] as ReplicaSet['members'][number];
const fail = (commands: string[], failure: Failure) =>
  member().command({
    configureFailPoint: 'failCommand',
    mode: 'alwaysOn',
    data: { failCommands: commands, ...failure },
  });
/** A server that was taken to shut down is looked at again with the driver's next heartbeat. */
async function heal(): Promise<void> {
  await member().command({ configureFailPoint: 'failCommand', mode: 'off' });
  await until(async () => (await agency.query()).codes.length === 0, 30_000);
}
afterEach(heal);

const refusals = [
  'NotWritablePrimary',
  'NotPrimaryNoSecondaryOk',
  'NotPrimaryOrSecondary',
  'InterruptedDueToReplStateChange',
  'InterruptedAtShutdown',
  'ShutdownInProgress',
  'PrimarySteppedDown',
  'MaxTimeMSExpired',
  'OutOfDiskSpace',
  'WriteConflict',
] as const;
const failures: [string, Failure][] = [
  ...refusals.map((name): [string, Failure] => [name, { errorCode: passingCodes[name] }]),
  ['a connection that breaks', { closeConnection: true }],
];
/** Each fails a query in every run. Before a commit and in it three do: another code, one that has the driver try again, and none at all. */
const [beforeCommit, inCommit] = [long.rows(failures, 0, 9, 10), long.rows(failures, 7, 9, 10)];

describe('a command that fails with', () => {
  test.each(failures)('%s leaves a query without the agency', async (_name, failure) => {
    await fail(['find'], failure);
    expect((await agency.query()).codes).toEqual(['AGENCY_UNAVAILABLE']);
    await heal();
    expect((await agency.query()).codes).toEqual([]);
  });

  test.each(beforeCommit)('%s before the commit leaves nothing, and says so', async (_name, failure) => {
    const key = randomUUID();
    await fail(['insert'], failure);
    expect(await agency.record(key)).toMatchObject({ codes: ['AGENCY_UNAVAILABLE'], written: undefined });
    await heal();
    expect(await agency.recorded(key)).toBe(0);
    expect((await agency.record(key)).codes).toEqual([]);
  });

  test.each(inCommit)('%s leaves a write unknown, and its repeat is written once', async (_name, failure) => {
    const key = randomUUID();
    await fail(['commitTransaction'], failure);
    expect(await agency.record(key)).toMatchObject({ codes: ['OUTCOME_UNKNOWN'], written: undefined });
    await heal();
    await until(async () => (await agency.record(key)).codes.length === 0, 30_000);
    const { codes, written } = await agency.record(key);
    expect([codes, written]).toEqual([[], expect.stringMatching(/^BY-/)]);
    expect((await agency.record(key)).written).toBe(written);
    expect(await agency.recorded(key)).toBe(1);
  });

  test('what is no failure that passes stays a fault of ours', async () => {
    // 2: BadValue, as of a command that the program got wrong.
    await fail(['find', 'insert'], { errorCode: 2 });
    expect((await agency.query()).codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect((await agency.record()).codes).toEqual(['INTERNAL_SERVER_ERROR']);
  });
});

describe('a write that the server has done and the others have not confirmed', () => {
  const unconfirmed = { writeConcernError: { code: 64, errmsg: 'waiting for replication timed out' } };

  test('is unknown, and so is its repeat for as long as they do not', async () => {
    const key = randomUUID();
    // The second is what a repeat waits with, for what was written before it.
    await fail(['commitTransaction', 'update'], unconfirmed);
    expect((await agency.record(key)).codes).toEqual(['OUTCOME_UNKNOWN']);
    expect(await agency.recorded(key)).toBe(1);
    expect((await agency.record(key)).codes).toEqual(['OUTCOME_UNKNOWN']);
    await heal();
    expect((await agency.record(key)).codes).toEqual([]);
    expect(await agency.recorded(key)).toBe(1);
  });

  test('is unknown too where a step is repeated that the dossier has taken', async () => {
    const { written = '' } = await agency.record();
    const key = randomUUID();
    await fail(['commitTransaction'], unconfirmed);
    expect((await agency.amend(written, 1, key)).codes).toEqual(['OUTCOME_UNKNOWN']);
    await fail(['update'], unconfirmed);
    expect((await agency.amend(written, 1, key)).codes).toEqual(['OUTCOME_UNKNOWN']);
    await heal();
    expect(await agency.amend(written, 1, key)).toMatchObject({ codes: [], written });
    expect(await agency.models.dossiers.findOne({ _id: written }).lean()).toMatchObject({ version: 2 });
  });
});

describe('a step that fails', () => {
  test('on what it reads before it writes was not taken', async () => {
    const { written = '' } = await agency.record();
    await fail(['find'], { errorCode: passingCodes.NotWritablePrimary });
    expect((await agency.amend(written, 1)).codes).toEqual(['AGENCY_UNAVAILABLE']);
    await heal();
    expect(await agency.models.dossiers.findOne({ _id: written }).lean()).toMatchObject({ version: 1 });
  });
});

describe('many writes at once', () => {
  const failing: [string, Failure][] = [
    ['a connection that breaks', { closeConnection: true }],
    ['a primary that is none any more', { errorCode: passingCodes.NotWritablePrimary }],
    ['an unconfirmed write', { writeConcernError: { code: 64, errmsg: 'timed out' } }],
  ];

  test.each(long.rows(failing, 0, 2))(
    'of an import are not told as recorded with %s',
    async (_name, failure) => {
      const { dossiers } = agency.models;
      const imports = importStore(agency.models, matchUnder(testKeys, testNaming));
      const record = dossierOf(
        `BY-${randomUUID()
          .replaceAll('-', '')
          .slice(0, 12)
          .toUpperCase()
          .replace(/[ILOU]/g, 'X')}`,
      );
      await fail(['commitTransaction'], failure);
      const failed = imports.insertNew([{ record, entry: recordingStep(record) }]);
      await expect(failed).rejects.toThrow();
      expect(isPassing(await failed.catch((error: unknown) => error))).toBe(true);
      await heal();
      const again = () => imports.insertNew([{ record, entry: recordingStep(record) }]);
      await until(
        () =>
          again().then(
            () => true,
            () => false,
          ),
        30_000,
      );
      expect(await dossiers.countDocuments({ _id: record._id })).toBe(1);
    },
  );

  test.each(long.rows(failing, 1, 2))('of references are not told with %s', async (_name, failure) => {
    const { hits } = agency.models;
    const dossier = `BY-${randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()}`;
    const refer = () =>
      hitStore(hits).referencesOf([dossier], { agency: 'RUSSIA', case: undefined }, new Date());
    await fail(['insert'], failure);
    await expect(refer()).rejects.toThrow();
    await heal();
    expect((await refer()).size).toBe(1);
    expect(await hits.countDocuments({ dossier })).toBe(1);
  });
});

describe('an erasure', () => {
  test.each(['delete', 'update'])('that fails in its %s has done nothing', async (command) => {
    const { written: _id = '' } = await agency.record();
    const { dossiers, departures, hits } = agency.models;
    await hitStore(hits).referencesOf([_id], { agency: 'RUSSIA', case: undefined }, new Date());
    const dossier = await dossiers.findOne({ _id }).lean<DossierRecord>();
    if (!dossier) throw new Error('it was recorded');
    const message = {
      id: `0m0000000-${_id.slice(-10)}`,
      to: 'RUSSIA',
      type: 'x',
      at: new Date(),
      data: {},
    } as const;
    const store = retentionOf(agency.models, belarus.retention, matchUnder(testKeys, testNaming));
    const left = () =>
      Promise.all([
        dossiers.countDocuments({ _id }),
        hits.countDocuments({ dossier: _id }),
        departures.countDocuments({ _id }),
      ]);
    // 2: BadValue, which is not tried again.
    await fail([command], { errorCode: 2 });
    await expect(store.eraseDossier(dossier, [message])).rejects.toThrow();
    await heal();
    expect(await left()).toEqual([1, 1, 0]);
    expect(await store.eraseDossier(dossier, [message])).toBe('WRITTEN');
    expect(await left()).toEqual([0, 0, 1]);
  });
});

describe('a database that hangs', () => {
  const hanging = { blockConnection: true, blockTimeMS: 1_500 };
  let impatient: ServedAgency;
  beforeAll(async () => {
    impatient = await servedAgency(set.uri('belarus'), 300);
  });

  test('leaves a query without the agency at its deadline', async () => {
    expect((await impatient.query()).codes).toEqual([]);
    await fail(['find'], hanging);
    expect((await impatient.query()).codes).toEqual(['AGENCY_UNAVAILABLE']);
  });

  test.each(['find', 'insert'])('in %s leaves an action unknown, since it goes on', async (command) => {
    const { written = '' } = await agency.record();
    const key = randomUUID();
    const act = () => (command === 'find' ? impatient.amend(written, 1, key) : impatient.record(key));
    await fail([command], hanging);
    expect((await act()).codes).toEqual(['OUTCOME_UNKNOWN']);
    await heal();
    const again = () => (command === 'find' ? agency.amend(written, 1, key) : agency.record(key));
    expect((await again()).codes).toEqual([]);
    if (command === 'insert') expect(await agency.recorded(key)).toBe(1);
    else expect(await agency.models.dossiers.findOne({ _id: written }).lean()).toMatchObject({ version: 2 });
  });

  test('is not ready, and that is told while it still hangs', async () => {
    expect((await agency.ready()).status).toBe(200);
    // It would answer in the end.
    await fail(['ping'], { blockConnection: true, blockTimeMS: 4_000 });
    expect((await agency.ready()).status).toBe(503);
  });
});
