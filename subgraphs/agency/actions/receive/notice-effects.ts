import { ownerOf } from '../../../../terms/agencies.ts';
import { type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import { kindsWithMessage, noticeTypes } from '../../records/notices/notice-kinds.ts';
import { type NoticeData, noticeData } from '../../records/notices/notice-messages.ts';
import type { NoticeBook } from '../../storage/notices/notice-book.ts';

/** Ends the links with a dossier of another agency. */
export type EndLinks = (dossier: string, arrival: Arrival<NoticeData>) => Promise<void>;

/**
 * Applies another agency's notices: each goes on the list for the officers who must act on it, and a dossier that no
 * longer exists ends here too.
 */
export const noticeEffects = (book: NoticeBook, endLinks: EndLinks): Effects =>
  new Map(
    kindsWithMessage.map((kind) => [
      noticeTypes[kind],
      effectOf(noticeData, async (arrival) => {
        const { key, from, at, now, data } = arrival;
        if (ownerOf(data.dossier) !== from) return { parked: 'NOT_ITS_DOSSIER' };
        if (kind === 'DOSSIER_WITHDRAWN') {
          await endLinks(data.dossier, arrival);
          await book.forget(from, data.dossier);
        }
        await book.note({ key, from, kind, at, receivedAt: now, data });
        return 'APPLIED';
      }),
    ]),
  );
