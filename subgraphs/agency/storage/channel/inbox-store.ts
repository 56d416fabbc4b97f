import { setTimeout as sleep } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { type AppliedMessage, type Inbox, inboxId } from '../../channel/stores/inbox.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

/** Milliseconds until another instance's write, which came first, can be read. */
const untilSeen = 20;

const markOf = ({ result, tryAgainAt }: AppliedMessage) =>
  typeof result === 'object'
    ? { $set: { state: 'PARKED' as const, reason: result.parked }, $unset: { tryAgainAt: 1 as const } }
    : {
        $set: { state: 'APPLIED' as const, ...(tryAgainAt && { tryAgainAt }) },
        $unset: { reason: 1 as const, ...(!tryAgainAt && { tryAgainAt: 1 as const }) },
      };

/** The accepted messages in an agency's database. */
export function inboxStore(inbox: Model<InboxRecord>): Inbox {
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
    async dueAgain(from, now, limit) {
      const due = await inbox
        .find({ from, tryAgainAt: { $lte: now } })
        .sort({ tryAgainAt: 1 })
        .limit(limit)
        .readConcern('majority')
        .lean<InboxRecord[]>();
      return due.sort((one, other) => one.number - other.number);
    },
    async mark(applied) {
      await inbox.bulkWrite(
        applied.map((each) => ({ updateOne: { filter: { _id: each.id }, update: markOf(each) } })),
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
  };
}
