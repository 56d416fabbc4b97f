import { runRetention } from '../../../../../../subgraphs/agency/jobs/run-retention.ts';
import { retentionOf } from '../../../../../../subgraphs/agency/retention-of.ts';
import { belarus } from '../../../../../../subgraphs/belarus/definition.ts';
import { historyOf } from '../../../../../support/history-of.ts';
import { testMatch } from '../../../../../support/match-keys.ts';
import { type AgencyInProcess, agencyInProcess } from '../../../../../support/world/agency.ts';
import type { Asking } from '../../../../../support/world/officer.ts';

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const dayOf = (date: Date) => date.toISOString().slice(0, 10);
const provenance = { sourceReliability: 'B', informationAccuracy: 2, legalBasis: 'NATIONAL_LAW' };
const name = (surname: string, retainUntil?: Date) => ({
  kind: 'LEGAL',
  script: 'LATIN',
  surname,
  provenance: { ...provenance, ...(retainUntil && { retainUntil: dayOf(retainUntil) }) },
});
const investigator: Partial<Asking> = { roles: ['INVESTIGATOR'] };
const written = 'dossier { id version names { id } }';

describe('a value that was amended away', () => {
  let agency: AgencyInProcess;
  let id: string;
  beforeAll(async () => {
    agency = await agencyInProcess(belarus, { demo: 3 });
    const act = async (field: string, type: string, input: unknown) => {
      const document = `mutation ($input: ${type}!) { belarus { ${field}(input: $input) { ... on BelarusRecordedDossier { ${written} } } } }`;
      const { result } = await agency.run(document, { input }, investigator);
      const data = result.data as {
        belarus: Record<string, { dossier: { id: string; version: number; names: { id: string }[] } }>;
      };
      return data.belarus[field]?.dossier;
    };
    const recorded = await act('recordDossier', 'DossierInput', {
      handlingCode: 'ON_RELEASE',
      cases: ['BY-2026-000001'],
      names: [name('Probny', inDays(10))],
      offences: [{ article: '209', committedOn: '2025-03', provenance }],
      status: { stage: 'SUSPECTED', provenance },
    });
    const amended = await act('amendDossier', 'AmendDossierInput', {
      dossier: recorded?.id,
      version: 1,
      add: { names: [name('Prabny')] },
      remove: recorded?.names.map((each) => each.id),
      reason: 'Probny was a slip',
    });
    id = amended?.id ?? '';
  });

  const dossier = () => agency.models.dossiers.findById(id).lean();
  const run = (now: Date) => runRetention(retentionOf(agency.models, belarus.retention, testMatch), now);

  test('is what the dossier is looked at for, before any value that it has now', async () => {
    expect(dayOf((await dossier())?.nextErasure ?? new Date(0))).toBe(dayOf(inDays(10)));
  });

  test('is kept in the history until its end', async () => {
    expect(await run(inDays(9))).toMatchObject({ dossiersReduced: 0, dossiersErased: 0 });
    expect(JSON.stringify(await historyOf(agency.models, id))).toContain('Probny');
  });

  test('is erased from the history at its end, and what replaced it stays', async () => {
    expect(await run(inDays(11))).toMatchObject({ values: { names: 1 }, dossiersReduced: 1 });
    const after = await dossier();
    expect(JSON.stringify(after)).not.toContain('Probny');
    expect(JSON.stringify(await historyOf(agency.models, id))).not.toContain('Probny');
    expect(after?.names).toMatchObject([{ surname: 'Prabny' }]);
    expect(after?.nextErasure.getTime()).toBeGreaterThan(inDays(1_000).getTime());
  });
});
