import { runRetention } from '../../../../../subgraphs/agency/jobs/run-retention.ts';
import { endOfHit } from '../../../../../subgraphs/agency/records/hits/hit-record.ts';
import { retentionOf } from '../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../subgraphs/belarus/definition.ts';
import { dossierOf } from '../../../../support/hand-made-dossiers.ts';
import { testMatch } from '../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../support/world/agency.ts';

const now = new Date('2026-11-24T12:00:00Z');
const [kept, erased] = ['BY-A000000001', 'BY-A000000002'] as const;

describe('the reference of a hit', () => {
  let agency: AgencyInProcess;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { dossiers: [kept, erased].map((id) => dossierOf(id)) });
    const reader = { agency: 'RUSSIA', case: 'RU-2026-000001' } as const;
    await agency.stores.hits.referencesOf([kept, erased], reader, now);
  });

  const store = () => retentionOf(agency.models, belarus.retention, testMatch);
  const left = async () => (await agency.models.hits.find({}).lean()).map(({ dossier }) => dossier).sort();

  test('goes with its dossier, and no other does', async () => {
    expect(await store().eraseDossier(dossierOf(erased, { version: 99 }), [])).toBe('CONFLICT');
    expect(await left()).toEqual([kept, erased]);
    expect(await store().eraseDossier(dossierOf(erased, { version: 1 }), [])).toBe('WRITTEN');
    expect(await left()).toEqual([kept]);
  });

  test('goes sixty days after its time, when no message names it any more, and not before', async () => {
    const end = endOfHit(now).getTime() + 60 * 86_400_000;
    expect(await runRetention(store(), new Date(end - 1))).toMatchObject({ hitsErased: 0 });
    expect(await runRetention(store(), new Date(end))).toMatchObject({ hitsErased: 1 });
    expect(await left()).toEqual([]);
  });
});
