import type { ClientSession, Model } from 'mongoose';
import {
  entryId,
  type HistoryAction,
  type HistoryEntry,
  type HistoryUpdate,
  type StoredEntry,
  storedEntry,
} from './record.ts';

/** The officer who takes a step, and its key. */
export interface Request {
  by: string;
  idempotency: { key: string };
}

/** Reads of the histories of records. */
export interface HistoryStore {
  /** At most `limit` lines before a version, newest first, without those of the actions named. */
  page(
    record: string,
    page: { before: number | undefined; limit: number; without: readonly HistoryAction[] },
  ): Promise<HistoryEntry[]>;
  /** The step that a request has taken on a record before. */
  taken(record: string, request: Request): Promise<HistoryEntry | undefined>;
}

/** The ids of a record's lines: `!` is the character after the space. */
const ofRecord = (record: string, until = `${record}!`) => ({ $gt: `${record} `, $lt: until });

/** Every line of a record, oldest first. */
export const linesOf = (
  history: Model<StoredEntry>,
  record: string,
  session?: ClientSession,
): AsyncIterable<StoredEntry> =>
  history
    .find({ _id: ofRecord(record) })
    .sort({ _id: 1 })
    .session(session ?? null)
    .lean<StoredEntry>()
    .cursor();

/** Writes what a step does to a record's history, as a part of the step's transaction. */
export async function updateHistory(
  history: Model<StoredEntry>,
  record: string,
  { entry, rewrite, keepTold }: HistoryUpdate,
  session: ClientSession,
): Promise<void> {
  if (rewrite) {
    for await (const line of linesOf(history, record, session)) {
      const { _id, record: _, ...before } = line;
      const after = rewrite(before);
      if (after !== before)
        await history.replaceOne({ _id }, storedEntry(record, after), { session, runValidators: true });
    }
  }
  if (keepTold !== undefined) {
    const leaving = await history
      .find({ record, action: 'TELL_LINK' as const }, { _id: 1 })
      .sort({ version: -1 })
      .skip(keepTold)
      .session(session)
      .lean<{ _id: string }[]>();
    if (leaving.length > 0)
      await history.deleteMany({ _id: { $in: leaving.map(({ _id }) => _id) } }, { session });
  }
  if (entry) await history.create([storedEntry(record, entry)], { session });
}

/** Takes the history of a record that is no more with it. */
export async function eraseHistory(
  history: Model<StoredEntry>,
  record: string,
  session: ClientSession,
): Promise<void> {
  await history.deleteMany({ _id: ofRecord(record) }, { session });
}

export const historyStore = (history: Model<StoredEntry>): HistoryStore => ({
  async page(record, { before, limit, without }) {
    const found = await history
      .find({
        _id: ofRecord(record, before === undefined ? undefined : entryId(record, before)),
        ...(without.length > 0 && { action: { $nin: [...without] } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<StoredEntry[]>();
    return found;
  },
  async taken(record, { by, idempotency }) {
    const found = await history
      .findOne({ record, 'idempotency.key': idempotency.key, by })
      .lean<StoredEntry>()
      .exec();
    return found ?? undefined;
  },
});
