import type { Model } from 'mongoose';
import { ownerOf } from '../../../identity/agencies.ts';
import { type Effects, effectOf } from '../channel/effects.ts';
import { isDuplicate } from '../duplicate.ts';
import { noticeData, noticeTypes, toldByMessage } from './messages.ts';
import type { NoticeRecord } from './record.ts';

/** Where notices are put, each once. */
export interface NoticeBook {
  note(notice: NoticeRecord): Promise<void>;
}

export const noticeBook = (notices: Model<NoticeRecord>): NoticeBook => ({
  async note(notice) {
    try {
      await notices.create(notice);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  },
});

/** What another agency notifies of is put on the list of who must act on it. */
export const noticeEffects = (notices: Model<NoticeRecord>): Effects =>
  new Map(
    toldByMessage.map((kind) => [
      noticeTypes[kind],
      effectOf(noticeData, async ({ key, from, at, now, data }) => {
        if (ownerOf(data.dossier) !== from) return { parked: 'NOT_ITS_DOSSIER' };
        await noticeBook(notices).note({ _id: key, from, kind, at, receivedAt: now, data });
        return 'APPLIED';
      }),
    ]),
  );
