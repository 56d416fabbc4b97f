import { rekey } from '../../../../subgraphs/agency/jobs/rekey.ts';
import { matchUnder } from '../../../../subgraphs/agency/matching/match-under.ts';
import { keyInForm } from '../../../../subgraphs/agency/matching/tokens.ts';
import type { DossierRecord } from '../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { dossierWrites } from '../../../../subgraphs/agency/storage/stores/dossier-writes.ts';
import {
  type RekeyingStore,
  rekeyingState,
  rekeyingStore,
} from '../../../../subgraphs/agency/storage/stores/rekeying-store.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { recordingStep } from '../../../../workshop/demo-data/people/record-from.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { keysOf, testNaming } from '../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const keys = keysOf('new', 'old');
const count = 120;
const idOf = (number: number) => `BY-REKEY${String(number).padStart(6, '0')}`;

describe('re-keying', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
  });

  const dossiers = () => agency.models.dossiers;
  const store = () => rekeyingStore(dossiers());
  const all = () => dossiers().find({}).sort({ _id: 1 }).lean<DossierRecord[]>();
  const ofNew = matchUnder(keys, testNaming);
  /** The dossiers that do not have what their values make under the new key. */
  const wrong = async () =>
    (await all())
      .filter((dossier) => JSON.stringify(dossier.match) !== JSON.stringify(ofNew(dossier)))
      .map(({ _id }) => _id);

  // Some were written under the old key, some by a version that had none.
  const old = matchUnder(keysOf('old'), testNaming)(dossierOf('any'));
  const records = Array.from({ length: count }, (_, number) => ({
    ...dossierOf(idOf(number)),
    ...(number % 3 > 0 && { match: old }),
  }));
  beforeEach(async () => {
    await dossiers().deleteMany({});
    await dossiers().collection.insertMany(records as never);
  });

  test('brings every dossier under the current key, and changes nothing else of it', async () => {
    const before = await all();
    expect(await rekey(store(), keys, testNaming)).toEqual({ rekeyed: count, left: 0 });
    expect(await wrong()).toEqual([]);
    const without = (records: DossierRecord[]) => records.map(({ match: _, ...rest }) => rest);
    expect(without(await all())).toEqual(without(before));
  });

  test('is under way for searches as long as a dossier has tokens under no key or form that they look under', async () => {
    const isUnderWay = (...ids: string[]) =>
      rekeyingState(dossiers(), keysOf(...(ids as [string])).all.map(keyInForm)).isUnderWay();
    expect(await isUnderWay('new', 'old')).toBe(true);
    await dossiers().deleteMany({ match: null });
    // Both keys are looked under, so that an old one hides nobody.
    expect(await isUnderWay('new', 'old')).toBe(false);
    expect(await isUnderWay('new')).toBe(true);
    await dossiers().collection.updateOne({}, { $set: { 'match.key': 'old~1' } });
    expect(await isUnderWay('new', 'old')).toBe(true);
    await rekey(store(), keys, testNaming);
    expect(await isUnderWay('new')).toBe(false);
  });

  test('goes by batches, and tells how many dossiers each has', async () => {
    const batches: number[] = [];
    await rekey(store(), keys, testNaming, { onProgress: (dossiers) => batches.push(dossiers) });
    expect(batches).toEqual([100, 20]);
  });

  test('has nothing to do the second time, and writes nothing', async () => {
    await rekey(store(), keys, testNaming);
    const batches: number[] = [];
    expect(
      await rekey(store(), keys, testNaming, { onProgress: (dossiers) => batches.push(dossiers) }),
    ).toEqual({
      rekeyed: 0,
      left: 0,
    });
    expect(batches).toEqual([]);
  });

  test('goes on after it was told to stop with what is left', async () => {
    const ending = new AbortController();
    const stopped = await rekey(store(), keys, testNaming, {
      signal: ending.signal,
      onProgress: () => ending.abort(),
    });
    expect(stopped).toEqual({ rekeyed: 100, left: 20 });
    expect(await rekey(store(), keys, testNaming)).toEqual({ rekeyed: 20, left: 0 });
    expect(await wrong()).toEqual([]);
  });

  test('does nothing when it was told to stop before it began', async () => {
    expect(await rekey(store(), keys, testNaming, { signal: AbortSignal.abort() })).toEqual({
      rekeyed: 0,
      left: count,
    });
  });

  test('leaves what an amendment has written meanwhile, which has tokens of its own', async () => {
    const writes = dossierWrites(agency.models, ofNew);
    const amended = idOf(7);
    const meanwhile: RekeyingStore = {
      ...store(),
      async rekey(batch) {
        if (batch.some(({ dossier }) => dossier._id === amended)) {
          const dossier = (await writes.read(amended)) as DossierRecord;
          const version = dossier.version + 1;
          const entry = { ...recordingStep(dossier), version };
          const set = { names: dossier.names.slice(1), version };
          expect(await writes.take(dossier, { set, unset: [], entry })).toBe('WRITTEN');
        }
        return store().rekey(batch);
      },
    };
    expect(await rekey(meanwhile, keys, testNaming)).toEqual({ rekeyed: count - 1, left: 0 });
    expect(await wrong()).toEqual([]);
    expect((await writes.read(amended))?.names).toHaveLength(dossierOf(amended).names.length - 1);
  });

  test('is done once by two at once', async () => {
    await Promise.all([rekey(store(), keys, testNaming), rekey(store(), keys, testNaming)]);
    expect(await wrong()).toEqual([]);
    expect(await store().left('new~2')).toBe(0);
  });

  test('comes to an end although another goes the other way', async () => {
    await Promise.all([rekey(store(), keys, testNaming), rekey(store(), keys, testNaming)]);
    const after = await all();
    expect(after.every(({ match }) => match?.key === 'new~2' || match?.key === 'old~2')).toBe(true);
  });
});
