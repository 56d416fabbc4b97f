import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import type { Release } from '../../../subgraphs/agency/records/dossier/release.ts';
import { decidedClasses } from '../../../terms/enums.ts';
import { demoRecords } from '../../demo-data/records.ts';

/** The case that every viewer of the benchmark works on. */
export const benchCase = 'BY-2026-000001';

const day = 86_400_000;

/** In force, of every class, for the benchmark's case: the whole question is asked of each dossier and field. */
function releaseOfAll(now: Date): Release {
  const from = new Date(now.getTime() - day);
  return {
    id: 'VBENCH000001',
    to: 'RUSSIA',
    classes: [...decidedClasses],
    purposes: ['SOLVING', 'INVESTIGATION'],
    case: benchCase,
    from,
    until: new Date(now.getTime() + 30 * day),
    reason: 'Benchmark',
    proposedBy: 'liaison-bench',
    proposedAt: from,
    grantedBy: 'supervisor-bench',
    grantedAt: from,
  };
}

/** Demo dossiers of Belarus, each with the case of an own viewer and with a release to a foreign one. */
export function benchDossiers(now: Date): DossierRecord[] {
  const { dossiers } = demoRecords({ seed: 7, dossiersPerAgency: 300, today: now }).BELARUS;
  return dossiers.map((dossier) => ({
    ...dossier,
    handlingCode: 'ON_RELEASE',
    cases: [...new Set([...dossier.cases, benchCase])],
    releases: [releaseOfAll(now)],
  }));
}
