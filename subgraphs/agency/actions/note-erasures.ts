import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { erasuresAhead } from '../records/dossier/retention/erasures-ahead.ts';
import type { ErasureNotices } from '../storage/notices/erasure-notices.ts';

/**
 * Tells the supervisors of a dossier what retention erases of it within some days, and no more of what it does not.
 * @returns the number of days of erasure
 */
export async function noteErasures(
  notices: Pick<ErasureNotices, 'tellErasures'>,
  dossier: DossierRecord,
  now: Date,
  days: number,
): Promise<number> {
  const ahead = erasuresAhead(dossier, now, days);
  await notices.tellErasures(dossier, ahead, now);
  return ahead.length;
}
