import type { Model } from 'mongoose';
import type { Agency } from '../../../identity/agencies.ts';
import type { Known } from './accept.ts';
import type { ChannelEvent } from './event.ts';
import type { InboxRecord } from './model.ts';
import { isDuplicate } from './outbox.ts';

/** What became of a message: its effect, or why it has none. */
export type Effect = 'APPLIED' | { parked: string };

/** The messages that were accepted. */
export interface Inbox {
  known(event: ChannelEvent): Promise<Known>;
  /** The number that the sender's next message has. */
  expected(from: Agency): Promise<number>;
  find(event: Pick<ChannelEvent, 'from' | 'id'>): Promise<InboxRecord | null>;
  /** Safely, before anybody is told that it was. @returns false when another instance was quicker */
  store(event: ChannelEvent, arrived: Pick<InboxRecord, 'signed' | 'hash' | 'receivedAt'>): Promise<boolean>;
  /** Those whose effect is not known to be in the records, in order; at most `limit`. */
  unapplied(limit: number): Promise<InboxRecord[]>;
  settle(id: string, effect: Effect, receipt?: string): Promise<void>;
}

export const inboxId = ({ from, id }: Pick<ChannelEvent, 'from' | 'id'>): string => `${from} ${id}`;

export function inboxOf(inbox: Model<InboxRecord>): Inbox {
  return {
    async known(event) {
      const { from, number } = event;
      const _id = inboxId(event);
      const found = await inbox
        .find({ $or: [{ from, number: { $in: [number - 1, number] } }, { _id }] }, { hash: 1, number: 1 })
        .lean<InboxRecord[]>();
      return {
        same: found
          .filter((record) => record.number === number || record._id === _id)
          .map((record) => ({ ...record, id: record._id.slice(from.length + 1) })),
        hasPredecessor: number === 1 || found.some((record) => record.number === number - 1),
      };
    },
    async expected(from) {
      const last = await inbox.findOne({ from }, { number: 1 }).sort({ number: -1 }).lean<InboxRecord>();
      return (last?.number ?? 0) + 1;
    },
    find: (event) =>
      inbox
        .findOne({ _id: inboxId(event) })
        .lean<InboxRecord>()
        .exec(),
    async store(event, arrived) {
      const { from, number, type } = event;
      try {
        await inbox.create({ _id: inboxId(event), from, number, type, ...arrived, state: 'STORED' as const });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    unapplied: (limit) =>
      inbox
        .find({ state: 'STORED' as const })
        .sort({ number: 1 })
        .limit(limit)
        .lean<InboxRecord[]>()
        .exec(),
    async settle(id, effect, receipt) {
      const settled =
        effect === 'APPLIED' ? { state: 'APPLIED' } : { state: 'PARKED', reason: effect.parked };
      const update = {
        $set: { ...settled, ...(receipt !== undefined && { receipt }) },
        ...(effect === 'APPLIED' && { $unset: { reason: 1 } }),
      };
      await inbox.updateOne({ _id: id }, update);
    },
  };
}
