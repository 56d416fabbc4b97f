import { dayOf } from '../../../terms/days.ts';
import type { DossierRecord } from '../records/dossier/dossier-record.ts';
import { erasuresAhead } from '../records/dossier/retention/erasures-ahead.ts';
import type { NoticeBook } from '../storage/notices/notice-book.ts';

/**
 * Notes for the supervisors of a dossier what retention erases of it within some days, once for each day of erasure and number of values.
 * @returns the number of days of erasure
 */
export async function noteErasures(
  book: Pick<NoticeBook, 'note'>,
  dossier: DossierRecord,
  now: Date,
  days: number,
): Promise<number> {
  const ahead = erasuresAhead(dossier, now, days);
  for (const { until, values } of ahead)
    await book.note({
      // What more than was told goes on that day is told anew.
      key: `ERASURE_AHEAD ${dossier._id} ${dayOf(until)} ${values}`,
      from: dossier.agency,
      kind: 'ERASURE_AHEAD',
      at: now,
      receivedAt: now,
      data: { dossier: dossier._id, until: until.toISOString(), values },
    });
  return ahead.length;
}
