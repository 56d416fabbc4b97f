import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { demoRecords } from '../../demo-data/records.ts';
import { benchCase, releaseOfAll } from '../stacks/release-of-all.ts';

/** Demo dossiers of Belarus, each with the case of an own viewer and with a release to a foreign one. */
export function benchDossiers(now: Date): DossierRecord[] {
  const { dossiers } = demoRecords({ seed: 7, dossiersPerAgency: 300, today: now }).BELARUS;
  return dossiers.map((dossier) => ({
    ...dossier,
    handlingCode: 'ON_RELEASE',
    cases: [...new Set([...dossier.cases, benchCase])],
    releases: [releaseOfAll('RUSSIA', now)],
  }));
}
