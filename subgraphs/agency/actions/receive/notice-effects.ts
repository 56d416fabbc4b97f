import type { Model } from 'mongoose';
import { type Agency, ownerOf } from '../../../../terms/agencies.ts';
import { type Arrival, type Effects, effectOf } from '../../channel/in/effects.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import { kindsWithMessage, noticeTypes } from '../../records/notices/notice-kinds.ts';
import { type NoticeData, noticeData } from '../../records/notices/notice-messages.ts';
import type { ArrivedNotice, NoticeRecord } from '../../records/notices/notice-record.ts';
import { isDuplicate } from '../../storage/driver-errors/is-duplicate.ts';

/** A store of notices, which keeps each once. */
export interface NoticeBook {
  note(notice: ArrivedNotice): Promise<void>;
  /** Empties the notices of an agency about its dossier that is no more. */
  forget(from: Agency, dossier: string): Promise<void>;
}

/**
 * The number of notices about one dossier's links that stay of each agency, the latest: one agency must not fill the list that
 * others' news stand in.
 */
export const mostOfLinks = 50;

async function keepLatestOf(notices: Model<NoticeRecord>, agency: Agency, about: string): Promise<void> {
  const ofDossier = { 'data.about': about, agency };
  const [oldest] = await notices
    .find(ofDossier, { _id: 0, place: 1 })
    .sort({ place: -1 })
    .skip(mostOfLinks)
    .limit(1)
    .lean<Pick<NoticeRecord, 'place'>[]>();
  if (oldest) await notices.deleteMany({ ...ofDossier, place: { $lte: oldest.place } });
}

export const noticeBook = (notices: Model<NoticeRecord>): NoticeBook => ({
  async note({ key, from, ...notice }) {
    const _id = `${from} ${key}`;
    try {
      await notices.create({ ...notice, _id, agency: from, place: messageIdOf(_id, notice.receivedAt) });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    if (notice.data.about !== undefined) await keepLatestOf(notices, from, notice.data.about);
  },
  async forget(from, dossier) {
    // That it is no more stays: people erase what they have made of it.
    const about = { 'data.dossier': dossier, agency: from, kind: { $ne: 'DOSSIER_WITHDRAWN' as const } };
    await notices.updateMany(about, { $set: { data: {} } });
  },
});

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
