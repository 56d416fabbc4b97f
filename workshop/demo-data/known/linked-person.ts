import type { DossierRecord } from '../../../subgraphs/agency/records/dossier/dossier-record.ts';
import { linkDossiers, type PerAgency } from '../people/links.ts';
import { linkedInBelarus } from './linked-in-belarus.ts';
import { linkedInRussia } from './linked-in-russia.ts';

/** Proposed by Belarus, confirmed by Russia three weeks later. */
export function linkedPersonDossiers(): PerAgency<DossierRecord> {
  const dossiers = { BELARUS: linkedInBelarus(), RUSSIA: linkedInRussia() };
  linkDossiers(dossiers, {
    BELARUS: { decision: 'SAME', decidedAt: new Date('2026-04-06T11:30:00Z') },
    RUSSIA: { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') },
  });
  return dossiers;
}
