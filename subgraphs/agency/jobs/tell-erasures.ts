import { daysAfter } from '../../../terms/days.ts';
import { noteErasures } from '../actions/note-erasures.ts';
import type { NoticeBook } from '../storage/notices/notice-book.ts';
import type { RetentionStore } from '../storage/stores/retention-store.ts';

interface Telling {
  retention: Pick<RetentionStore, 'dueBetween'>;
  book: Pick<NoticeBook, 'note'>;
  /** Days ahead. */
  days: number;
}

/**
 * Notes for the supervisors of each dossier what retention is about to erase of it, once for each day of erasure. It can be done again,
 * and by several instances at once.
 * @returns the number of dossiers of which something is about to be erased
 */
export async function tellErasures(
  { retention, book, days }: Telling,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  let dossiers = 0;
  for await (const dossier of retention.dueBetween(now, daysAfter(now, days))) {
    if (signal?.aborted) break;
    if ((await noteErasures(book, dossier, now, days)) > 0) dossiers++;
  }
  return dossiers;
}
