import type { Model } from 'mongoose';
import { ownerOf } from '../../../identity/agencies.ts';
import { type Effects, effectOf } from '../channel/effects.ts';
import { isDuplicate } from '../links/unattended.ts';
import { noticeData, noticeKinds, noticeTypes } from './messages.ts';
import type { NoticeRecord } from './record.ts';

/** What another agency notifies of is put on the list of who must act on it. */
export const noticeEffects = (notices: Model<NoticeRecord>): Effects =>
  new Map(
    noticeKinds.map((kind) => [
      noticeTypes[kind],
      effectOf(noticeData, async ({ key, from, at, now, data }) => {
        if (ownerOf(data.dossier) !== from) return { parked: 'NOT_ITS_DOSSIER' };
        try {
          await notices.create({ _id: key, from, kind, at, receivedAt: now, data });
        } catch (error) {
          if (!isDuplicate(error)) throw error;
        }
        return 'APPLIED';
      }),
    ]),
  );
