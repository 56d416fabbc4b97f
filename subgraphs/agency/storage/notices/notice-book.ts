import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import type { ArrivedNotice, NoticeRecord } from '../../records/notices/notice-record.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

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
