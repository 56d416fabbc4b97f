import type { DossierRecord } from '../../../subgraphs/agency/dossiers/record.ts';
import type { LinkRecord } from '../../../subgraphs/agency/links/record.ts';
import { linkedPerson } from '../demo-ids.ts';
import { linkRecords, type PerAgency } from '../links.ts';
import { linkedInBelarus } from './linked-in-belarus.ts';
import { linkedInRussia } from './linked-in-russia.ts';

export const linkedPersonDossiers = (): PerAgency<DossierRecord> => ({
  BELARUS: linkedInBelarus(),
  RUSSIA: linkedInRussia(),
});

/** Proposed by Belarus, confirmed by Russia three weeks later. */
export const linkedPersonLink = (): PerAgency<LinkRecord> =>
  linkRecords(linkedPerson, {
    BELARUS: { decision: 'SAME', decidedAt: new Date('2026-04-06T11:30:00Z') },
    RUSSIA: { decision: 'SAME', decidedAt: new Date('2026-04-27T08:15:00Z') },
  });
