import type { ClientSession, Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { StoredDay } from '../models/comparing/comparing-schemas.ts';

/** The side whose quota it is: the other agency's here, which is ours to use, or ours there; and those of a first load, whose day is its end. */
export type QuotaSide = 'HERE' | 'THERE' | 'LOAD_HERE' | 'LOAD_THERE';

/** Counts the slots of quotas that are used in a day. */
export interface QuotaStore {
  used(side: QuotaSide, agency: Agency, at: Date): Promise<number>;
  isSpent(from: Agency, slots: number, quota: number, at: Date): Promise<boolean>;
  /** Counts slots that were used. */
  count(side: QuotaSide, agency: Agency, slots: number, at: Date, session?: ClientSession): Promise<void>;
}

const dayOf = (side: QuotaSide, agency: Agency, at: Date): string =>
  `${side} ${agency} ${at.toISOString().slice(0, 10)}`;

export function quotaStore(days: Model<StoredDay>): QuotaStore {
  const used: QuotaStore['used'] = async (side, agency, at) =>
    (await days.findOne({ _id: dayOf(side, agency, at) }).lean<StoredDay>())?.slots ?? 0;
  return {
    used,
    isSpent: async (from, slots, quota, at) => (await used('THERE', from, at)) + slots > quota,
    async count(side, agency, slots, at, session) {
      await days.updateOne(
        { _id: dayOf(side, agency, at) },
        { $inc: { slots }, $setOnInsert: { at } },
        { upsert: true, ...(session && { session }) },
      );
    },
  };
}
