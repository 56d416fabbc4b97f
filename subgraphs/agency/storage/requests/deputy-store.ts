import type { Model } from 'mongoose';
import type { Deputy } from '../../records/requests/deputy.ts';

/** The officers of an agency who stand in for others. */
export interface DeputyStore {
  /** Names the deputy of an officer, in place of one that there is. */
  set(deputy: Deputy): Promise<void>;
  /** Ends it at a moment, unless it has ended before. @returns undefined where the officer's deputy is nobody, or another one */
  end(named: Pick<Deputy, '_id' | 'deputy'>, at: Date): Promise<Deputy | undefined>;
  /** The officers for whom this one stands in, the first to be back first; at most `mostAbsent`. */
  absent(deputy: string, now: Date): Promise<string[]>;
  /** Those in force, the first to end first; at most as many as are asked for. */
  inForce(now: Date, limit: number): Promise<Deputy[]>;
}

/** More officers than that one deputy cannot stand in for: a list that is asked for by each of them stays short. */
export const mostAbsent = 100;

export const deputyStore = (deputies: Model<Deputy>): DeputyStore => ({
  async set({ _id, deputy, until }) {
    await deputies.updateOne({ _id }, { $set: { deputy, until } }, { upsert: true, runValidators: true });
  },
  async end({ _id, deputy }, at) {
    await deputies.updateOne({ _id, deputy, until: { $gt: at } }, { $set: { until: at } });
    const ended = await deputies.findOne({ _id }).lean<Deputy>();
    return ended?.deputy === deputy ? ended : undefined;
  },
  async absent(deputy, now) {
    const found = await deputies
      .find({ deputy, until: { $gt: now } }, { _id: 1 })
      .sort({ until: 1 })
      .limit(mostAbsent)
      .lean<Deputy[]>();
    return found.map(({ _id }) => _id);
  },
  inForce: (now, limit) =>
    deputies
      .find({ until: { $gt: now } })
      .sort({ until: 1 })
      .limit(limit)
      .lean<Deputy[]>()
      .exec(),
});
