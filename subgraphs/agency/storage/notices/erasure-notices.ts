import type { Model } from 'mongoose';
import { dayOf, daysAfter } from '../../../../terms/days.ts';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { ErasureAhead } from '../../records/dossier/retention/erasures-ahead.ts';
import { firstMessageId, messageIdOf } from '../../records/messages/message.ts';
import type { NoticeRecord } from '../../records/notices/notice-record.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

/** Notices to the supervisors of a dossier's cases of what retention is about to erase of it. */
export interface ErasureNotices {
  /** Tells each day of erasure once, anew where other values go on it, and takes back what was told of other days to come. */
  tellErasures(
    dossier: Pick<DossierRecord, '_id' | 'agency'>,
    ahead: readonly ErasureAhead[],
    now: Date,
  ): Promise<void>;
  /**
   * The dossiers of which an erasure is told that is still to come.
   * @param days for which it is told ahead
   */
  dossiersTold(now: Date, days: number): Promise<Set<string>>;
}

const kind = 'ERASURE_AHEAD' as const;

export const erasureNotices = (notices: Model<NoticeRecord>): ErasureNotices => ({
  async tellErasures({ _id: dossier, agency }, ahead, now) {
    const idOf = ({ until }: ErasureAhead) => `${agency} ${kind} ${dossier} ${dayOf(until)}`;
    for (const each of ahead) {
      const _id = idOf(each);
      const { until, values, which, whole } = each;
      const data = { dossier, until: until.toISOString(), values, which, whole };
      const told = { place: messageIdOf(_id, now), agency, kind, at: now, receivedAt: now, data };
      try {
        await notices.updateOne({ _id, 'data.which': { $ne: which } }, { $set: told }, { upsert: true });
      } catch (error) {
        // It is told already.
        if (!isDuplicate(error)) throw error;
      }
    }
    const others = {
      ...{ 'data.dossier': dossier, agency, kind },
      ...{ 'data.until': { $gt: now.toISOString() }, _id: { $nin: ahead.map(idOf) } },
    };
    // The processes that answer may remove no notice. What stays of it goes with the dossier.
    await notices.updateMany(others, {
      $unset: { 'data.until': 1, 'data.values': 1, 'data.which': 1, 'data.whole': 1 },
    });
  },
  async dossiersTold(now, days) {
    const told = await notices
      .find(
        {
          kind,
          // None of an earlier time tells of what is still to come.
          place: { $gte: firstMessageId(daysAfter(now, -days)) },
          'data.until': { $gt: now.toISOString() },
        },
        { 'data.dossier': 1 },
      )
      .lean<Pick<NoticeRecord, 'data'>[]>();
    return new Set(told.flatMap(({ data: { dossier } }) => dossier ?? []));
  },
});
