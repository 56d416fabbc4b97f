import { setTimeout as sleep } from 'node:timers/promises';
import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { AcceptedMessage } from '../../channel/in/acceptance.ts';
import type { ChannelEvent } from '../../channel/wire/channel-event.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { Dismissal, InboxRecord } from '../models/channel-models.ts';

/** What became of a message: its effect, or why it has none. */
export type Effect = 'APPLIED' | { parked: string };

/** What an accepted message is named by. */
export type MessageName = Pick<ChannelEvent, 'from' | 'id'>;

/** A message that was accepted, with what its sender was answered. */
export type KnownMessage = AcceptedMessage & Pick<InboxRecord, 'receipt' | 'receivedAt'>;

/** The messages that were accepted. */
export interface Inbox {
  /** Those that arriving ones of the same sender are compared with, with their receipts. */
  known(from: Agency, arriving: readonly Pick<ChannelEvent, 'id' | 'number'>[]): Promise<KnownMessage[]>;
  /** The number that the sender's next message has. */
  expected(from: Agency): Promise<number>;
  find(message: MessageName): Promise<InboxRecord | null>;
  /**
   * In their order, and safely, before anybody is told that they were.
   * @returns false when another instance was quicker with one of them; those before it are stored
   */
  store(records: readonly InboxRecord[]): Promise<boolean>;
  /** Those whose effect is not known to be in the records, in order; at most `limit`. */
  unapplied(from: Agency, limit: number): Promise<InboxRecord[]>;
  /** Notes what became of messages. */
  mark(results: readonly { id: string; effect: Effect }[]): Promise<void>;
  /** @returns false when there is no such message that is parked, or was dismissed before */
  dismiss(message: MessageName, dismissal: Dismissal): Promise<boolean>;
  /** Notes that one officer would dismiss a parked message. @returns who was the first; undefined where there is no such message */
  dismissFirst(message: MessageName, dismissal: Dismissal): Promise<Dismissal | undefined>;
  /** Has messages applied again. */
  reopen(ids: readonly string[]): Promise<void>;
}

export const inboxId = ({ from, id }: MessageName): string => `${from} ${id}`;

/** Until another instance's write, which came first, can be read. */
const untilSeen = 20;

const markOf = (effect: Effect) =>
  effect === 'APPLIED'
    ? { $set: { state: 'APPLIED' as const }, $unset: { reason: 1 as const } }
    : { $set: { state: 'PARKED' as const, reason: effect.parked } };

export function inboxOf(inbox: Model<InboxRecord>): Inbox {
  return {
    async known(from, arriving) {
      const numbers = new Set(arriving.flatMap(({ number }) => [number - 1, number]));
      const ids = arriving.map(({ id }) => inboxId({ from, id }));
      const found = await inbox
        .find(
          { $or: [{ from, number: { $in: [...numbers] } }, { _id: { $in: ids } }] },
          { hash: 1, number: 1, receipt: 1, receivedAt: 1 },
        )
        .readConcern('majority')
        .lean<Pick<InboxRecord, '_id' | 'hash' | 'number' | 'receipt' | 'receivedAt'>[]>();
      return found.map(({ _id, ...record }) => ({ ...record, id: _id.slice(from.length + 1) }));
    },
    async expected(from) {
      const last = await inbox
        .findOne({ from }, { number: 1 })
        .sort({ number: -1 })
        .readConcern('majority')
        .lean<Pick<InboxRecord, 'number'>>();
      return (last?.number ?? 0) + 1;
    },
    find: (message) =>
      inbox
        .findOne({ _id: inboxId(message) })
        .lean<InboxRecord>()
        .exec(),
    async store(records) {
      try {
        await inbox.insertMany(records, { ordered: true });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        await sleep(untilSeen);
        return false;
      }
    },
    unapplied: (from, limit) =>
      inbox
        .find({ from, state: 'STORED' as const })
        .sort({ number: 1 })
        .limit(limit)
        .readConcern('majority')
        .lean<InboxRecord[]>()
        .exec(),
    async mark(results) {
      await inbox.bulkWrite(
        results.map(({ id, effect }) => ({ updateOne: { filter: { _id: id }, update: markOf(effect) } })),
      );
    },
    async dismiss(message, dismissed) {
      const _id = inboxId(message);
      const update = { $set: { state: 'DISMISSED' as const, dismissed } };
      const { matchedCount } = await inbox.updateOne({ _id, state: 'PARKED' }, update);
      return matchedCount > 0 || (await inbox.exists({ _id, state: 'DISMISSED' })) !== null;
    },
    async dismissFirst(message, firstDismissal) {
      const _id = inboxId(message);
      const isUntouched = { _id, state: 'PARKED' as const, firstDismissal: { $exists: false } };
      await inbox.updateOne(isUntouched, { $set: { firstDismissal } });
      const found = await inbox.findOne({ _id }, { firstDismissal: 1 }).lean<InboxRecord>();
      return found?.firstDismissal;
    },
    async reopen(ids) {
      await inbox.updateMany({ _id: { $in: [...ids] } }, { $set: { state: 'STORED' as const } });
    },
  };
}
