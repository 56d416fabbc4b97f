import mongoose, { type Model } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import { writeEvent } from './event.ts';
import type { Message } from './message.ts';
import type { OutboxRecord } from './model.ts';

/** The messages that have their numbers. */
export interface Outbox {
  /** Gives a message the next number; one that has its number keeps it. */
  queue(message: Message): Promise<void>;
  /** What must be sent to an agency, in order; at most `limit`. */
  head(to: Agency, limit: number): Promise<OutboxRecord[]>;
  acknowledge(
    id: string,
    answer: { outcome: 'ACCEPTED' | 'PARKED'; receipt: string; at: Date },
  ): Promise<void>;
  /** Sends all from this number on, again if need be: the recipient has not got them. */
  sendAgainFrom(to: Agency, number: number): Promise<void>;
}

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 11000;

/** @param from whose outbox it is */
export function outboxOf(from: Agency, outbox: Model<OutboxRecord>): Outbox {
  const nextNumber = async (to: Agency): Promise<number> => {
    const last = await outbox.findOne({ to }, { number: 1 }).sort({ number: -1 }).lean();
    return (last?.number ?? 0) + 1;
  };
  return {
    async queue(message) {
      const { id, to, type } = message;
      for (;;) {
        const number = await nextNumber(to);
        const event = writeEvent({ ...message, from, number });
        try {
          await outbox.create({
            _id: id,
            to,
            number,
            type,
            event,
            queuedAt: new Date(),
            open: true as const,
          });
          return;
        } catch (error) {
          if (!isDuplicate(error)) throw error;
          // It has its number already, or another instance was quicker with this one.
          if (await outbox.exists({ _id: id })) return;
        }
      }
    },
    head: (to, limit) =>
      outbox.find({ to, open: true }).sort({ number: 1 }).limit(limit).lean<OutboxRecord[]>().exec(),
    async acknowledge(id, { outcome, receipt, at }) {
      const update = { $set: { outcome, receipt, acknowledgedAt: at }, $unset: { open: 1 } };
      await outbox.updateOne({ _id: id }, update);
    },
    async sendAgainFrom(to, number) {
      await outbox.updateMany({ to, number: { $gte: number } }, { $set: { open: true } });
    },
  };
}
