import type { Model } from 'mongoose';
import type { PendingMessages } from '../../channel/out/pending-messages.ts';
import type { Message } from '../../records/messages/message.ts';
import { boundedCount } from './channel-counts.ts';

/** A record in which messages that tell of its change wait for their numbers. */
export interface Telling {
  _id: string;
  pending?: Message[];
}

/** Messages that wait in the records whose change they tell of. */
export function pendingIn<Record extends Telling>(model: Model<Record>): PendingMessages {
  const records = model as unknown as Model<Telling>;
  return {
    async read(limit) {
      const found = await records
        // Not a range of ids: the index of a list gives its order only where the whole of it is asked for.
        .find({ 'pending.id': { $exists: true } }, { pending: 1 })
        .sort({ 'pending.id': 1 })
        .limit(limit)
        .lean<Telling[]>();
      const messages = found.flatMap(({ pending = [] }) => pending);
      return {
        messages,
        async letGo() {
          if (found.length === 0) return;
          const id = { $in: messages.map((message) => message.id) };
          const ofThem = { _id: { $in: found.map(({ _id }) => _id) } };
          await records.updateMany(ofThem, { $pull: { pending: { id } } });
        },
      };
    },
  };
}

/** A collection whose records can be counted. */
export interface Countable {
  countDocuments(filter: object, options: typeof boundedCount): { exec(): Promise<number> };
}

/** Counts the records in which messages wait. */
export const countPending =
  (...collections: readonly Countable[]) =>
  async (): Promise<number> => {
    const counts = await Promise.all(
      collections.map((each) => each.countDocuments({ 'pending.id': { $gt: '' } }, boundedCount).exec()),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
