import type { DossierRecord } from '../../../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { measureRowsOf } from '../../../../../subgraphs/agency/records/measures/measure-row.ts';
import { listedMeasures } from '../../../../../subgraphs/agency/storage/migrations/2026-12-01-measures.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import type { MeasureState } from '../../../../../terms/enums.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { measureOf } from '../../../../support/hand-made-measures.ts';
import { testNaming } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const ownCase = 'BY-2026-000001';
const otherCase = 'BY-2026-000002';
const on = (id: string, from: string, until = from, state: MeasureState = 'PLANNED') =>
  measureOf(id, { state, date: from, window: { from, until } });
/** A measure as it was stored before there were days. */
const formerOn = (id: string, date: string, state: MeasureState = 'DONE') => {
  const { window: _, plannedBy: __, ...former } = measureOf(id, { date, state });
  return former;
};
const dossier = (id: string, changed: Partial<DossierRecord>) =>
  dossierOf(id, { recordedWith: `recorder ${id}`, ...changed });

let agency: AgencyInProcess;
beforeEach(async () => {
  agency = await agencyInProcess(belarus, {
    dossiers: [
      dossier('BY-F1RST0000001', {
        measures: [
          on('VLATE', '2026-12-20'),
          on('VLONG', '2026-11-25', '2026-12-08'),
          formerOn('VDAY', '2026-12-02'),
          formerOn('VMONTH', '2026-12', 'AUTHORISED'),
        ],
      }),
      dossier('BY-SEC0ND000001', {
        cases: [ownCase, otherCase],
        measures: [on('VEARLY', '2026-11-30', '2026-12-01', 'AUTHORISED'), formerOn('VYEAR', '2026')],
      }),
      dossier('BY-TH1RD0000001', { cases: [otherCase], measures: [on('VELSEWHERE', '2026-12-02')] }),
    ],
  });
});
afterEach(() => agency.stop());

const all: readonly MeasureState[] = ['PLANNED', 'AUTHORISED', 'UNDER_WAY', 'DONE', 'LIFTED', 'CANCELLED'];
const week = { from: '2026-11-30', until: '2026-12-06' };
const listed = async (asked: Partial<Parameters<AgencyInProcess['stores']['measures']['page']>[0]> = {}) =>
  (
    await agency.stores.measures.page(
      { case: ownCase, states: all, ...asked },
      { after: undefined, limit: 100 },
    )
  ).map(({ of }) => of);

/** The list, and what follows from the dossiers as they are. */
async function keptAndFollowing() {
  const dossiers = await agency.models.dossiers.find().sort({ _id: 1 }).lean<DossierRecord[]>();
  const kept = await agency.models.measures.find().sort({ _id: 1 }).lean();
  const following = dossiers.flatMap(measureRowsOf).sort((one, other) => (one._id < other._id ? -1 : 1));
  return { kept, following };
}

describe('the measures of a case', () => {
  test('come by their first day, those whose day is not known last', async () => {
    expect(await listed()).toEqual(['VLONG', 'VEARLY', 'VDAY', 'VLATE', 'VMONTH', 'VYEAR']);
    expect(await listed({ case: otherCase })).toEqual(['VEARLY', 'VELSEWHERE', 'VYEAR']);
  });

  test('of a week are those that meet it, also if they began before', async () => {
    expect(await listed({ days: week })).toEqual(['VLONG', 'VEARLY', 'VDAY']);
    expect(await listed({ days: { from: '2026-12-07', until: '2026-12-13' } })).toEqual(['VLONG']);
    expect(await listed({ days: { from: '2026-12-14', until: '2026-12-20' } })).toEqual(['VLATE']);
  });

  test('of some states are no others', async () => {
    expect(await listed({ states: ['AUTHORISED'] })).toEqual(['VEARLY', 'VMONTH']);
    expect(await listed({ states: ['AUTHORISED'], days: week })).toEqual(['VEARLY']);
    expect(await listed({ states: [] })).toEqual([]);
  });

  test('come a page at a time', async () => {
    const pages: string[][] = [];
    for (let after: string | undefined, isMore = true; isMore; ) {
      const rows = await agency.stores.measures.page({ case: ownCase, states: all }, { after, limit: 2 });
      pages.push(rows.map(({ of }) => of));
      after = rows.at(-1)?.order;
      isMore = rows.length === 2;
    }
    expect(pages).toEqual([['VLONG', 'VEARLY'], ['VDAY', 'VLATE'], ['VMONTH', 'VYEAR'], []]);
  });

  test('go with a dossier that is erased', async () => {
    const erased = await agency.retention.read('BY-F1RST0000001');
    if (!erased) throw new Error('the dossier has gone');
    await agency.retention.eraseDossier(erased, []);
    expect(await listed()).toEqual(['VEARLY', 'VYEAR']);
    const { kept, following } = await keptAndFollowing();
    expect(kept).toEqual(following);
  });
});

test('the measures of a database of before are listed as by this version, however often it is begun', async () => {
  const former = [
    formerOn('VDAY', '2026-12-02'),
    formerOn('VMONTH', '2026-12', 'AUTHORISED'),
    formerOn('VYEAR', '2026', 'CANCELLED'),
    { ...formerOn('VOTHER', '2025-02-03', 'UNDER_WAY'), kind: 'OTHER' as const },
  ];
  const { dossiers, measures } = agency.models;
  await dossiers.updateOne({ _id: 'BY-F1RST0000001' }, { $set: { measures: former } });
  await dossiers.updateOne({ _id: 'BY-SEC0ND000001' }, { $unset: { measures: 1 } });
  await dossiers.deleteOne({ _id: 'BY-TH1RD0000001' });
  await measures.deleteMany({});
  const { db } = agency.connection;
  if (!db) throw new Error('not connected');
  for (const _time of ['first', 'second']) await listedMeasures.up(db, testNaming);
  const { kept, following } = await keptAndFollowing();
  expect(kept).toEqual(following);
  expect(kept.map(({ of, state }) => `${of} ${state}`)).toEqual([
    'VDAY DONE',
    'VMONTH AUTHORISED',
    'VOTHER UNDER_WAY',
    'VYEAR CANCELLED',
  ]);
  for (const row of await measures.find()) await row.validate();
  const [read] = await dossiers.find({ _id: 'BY-F1RST0000001' });
  await read?.validate();
});
