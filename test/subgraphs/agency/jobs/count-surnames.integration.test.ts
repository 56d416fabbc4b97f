import { countSurnames } from '../../../../subgraphs/agency/jobs/count-surnames.ts';
import { fewestDossiers } from '../../../../subgraphs/agency/matching/surname-count.ts';
import { surnameStore } from '../../../../subgraphs/agency/storage/stores/surname-store.ts';
import { belarus } from '../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../support/hand-made-dossiers.ts';
import { keysOf } from '../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../support/world/agency.ts';

const { current: key } = keysOf('test');
const idOf = (number: number) => `BY-COUNT${String(number).padStart(6, '0')}`;

describe('counting surnames', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus);
    const { names } = dossierOf(idOf(0));
    const records = Array.from({ length: fewestDossiers }, (_, number) => ({
      _id: idOf(number),
      names,
      recordedWith: idOf(number),
    }));
    await agency.models.dossiers.collection.insertMany(records as never);
  });

  const store = () => surnameStore(agency.models);
  const counted = () => agency.models.surnames.find({}).sort({ _id: 1 }).lean();

  test('keeps the weights of the common ones, and those of the last run alone', async () => {
    const [first, second] = [new Date('2026-11-24'), new Date('2026-11-25')];
    const count = await countSurnames(store(), key, first);
    const before = await counted();
    expect(count).toBeGreaterThan(0);
    expect(before).toHaveLength(count);
    await store().replace([{ _id: 7, bits: 1 }], first);
    expect(await countSurnames(store(), key, second)).toBe(count);
    const same = before.map(({ _id, bits }) => ({ _id, bits, at: second }));
    expect(await counted()).toEqual(same);
    const [one] = before;
    const token = Number(one?._id);
    expect(await store().bitsOf([token, 8])).toEqual([{ _id: token, bits: one?.bits }]);
  });

  test('changes nothing when it is told to stop', async () => {
    const before = await counted();
    expect(await countSurnames(store(), key, new Date('2026-11-26'), AbortSignal.abort())).toBe(0);
    expect(await counted()).toEqual(before);
  });

  test('keeps nothing of too few dossiers', async () => {
    await agency.models.dossiers.deleteOne({ _id: idOf(0) });
    expect(await countSurnames(store(), key, new Date('2026-11-27'))).toBe(0);
    expect(await counted()).toEqual([]);
  });
});
