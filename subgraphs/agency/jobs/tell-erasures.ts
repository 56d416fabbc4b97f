import { dayOf, daysAfter } from '../../../terms/days.ts';
import { erasuresAhead } from '../records/dossier/retention/erasures-ahead.ts';
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
    const ahead = erasuresAhead(dossier, now, days);
    if (ahead.length > 0) dossiers++;
    const { agency: from } = dossier;
    for (const { until, values } of ahead)
      await book.note({
        key: `ERASURE_AHEAD ${dossier._id} ${dayOf(until)}`,
        from,
        kind: 'ERASURE_AHEAD',
        at: now,
        receivedAt: now,
        data: { dossier: dossier._id, until: until.toISOString(), values },
      });
  }
  return dossiers;
}
