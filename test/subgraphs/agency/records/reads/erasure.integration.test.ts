import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { russia } from '../../../../../subgraphs/russia/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';
import { read } from '../dossier/releases/support.ts';

const id = 'BY-A000000001';
const times = ['2026-11-23T23:59:59.999Z', '2026-11-24T00:00:00.000Z', '2026-11-25T00:00:00.000Z'];

describe('the record of reads', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [dossierOf(id, { handlingCode: 'SHAREABLE' })] });
    for (const at of times) await read(agency.as('RUSSIA', 'ANALYST').at(new Date(at)), id, 'id');
  });

  const run = (now: string, options = {}) =>
    runRetention(retentionOf(agency.models, belarus.retention, testMatch), new Date(now), options);
  const left = async () =>
    (await agency.models.reads.find({}).sort({ at: 1 }).lean()).map(({ at }) => at.toISOString());

  test('is kept for the years that each agency’s own order says', () => {
    expect([belarus, russia].map(({ retention }) => retention.readsYears)).toEqual([5, 5]);
  });

  test('is whole until its years are over', async () => {
    expect(await run('2031-11-23T23:59:59Z')).toMatchObject({ readsErased: 0 });
    expect(await left()).toEqual(times);
  });

  test('loses what is older by then, counted and no more, and keeps the rest', async () => {
    expect(await run('2031-11-24T04:00:00Z')).toMatchObject({ readsErased: 1, failed: 0 });
    expect(await left()).toEqual(times.slice(1));
  });

  test('loses nothing in a run that is being ended', async () => {
    expect(await run('2040-01-01T00:00:00Z', { signal: AbortSignal.abort() })).toMatchObject({
      readsErased: 0,
    });
    expect(await left()).toEqual(times.slice(1));
  });

  test('outlives the dossier that it names', async () => {
    await agency.models.dossiers.deleteMany({});
    await run('2031-11-24T04:00:00Z');
    expect(await left()).toEqual(times.slice(1));
  });

  test('has an index for what it is asked, and for what the run looks for', async () => {
    const found = await agency.models.reads.collection.indexes();
    expect(found.map(({ name, key }) => [name, key])).toEqual(
      expect.arrayContaining([
        ['read_at', { at: 1 }],
        ['reads_of_dossier_by_agency', { dossiers: 1, agency: 1, _id: -1 }],
      ]),
    );
  });
});
