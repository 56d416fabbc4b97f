import { daysAfter } from '../../../terms/days.ts';
import { noteErasures } from '../actions/note-erasures.ts';
import type { ErasureNotices } from '../storage/notices/erasure-notices.ts';
import type { RetentionStore } from '../storage/retention/retention-store.ts';

interface Telling {
  retention: Pick<RetentionStore, 'dueBetween' | 'read'>;
  notices: ErasureNotices;
  /** Days ahead. */
  days: number;
}

/**
 * Tells the supervisors of each dossier what retention is about to erase of it, once for each day of erasure, and takes back what was told
 * and is no more so. It can be done again, and by several instances at once.
 * @returns the number of dossiers of which something is about to be erased
 */
export async function tellErasures(
  { retention, notices, days }: Telling,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const told = await notices.dossiersTold(now, days);
  let dossiers = 0;
  for await (const dossier of retention.dueBetween(now, daysAfter(now, days))) {
    if (signal?.aborted) break;
    told.delete(dossier._id);
    if ((await noteErasures(notices, dossier, now, days)) > 0) dossiers++;
  }
  for (const id of told) {
    if (signal?.aborted) break;
    const dossier = await retention.read(id);
    if (dossier) await noteErasures(notices, dossier, now, days);
  }
  return dossiers;
}
