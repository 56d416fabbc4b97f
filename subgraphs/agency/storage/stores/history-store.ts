import type { ClientSession, Model, PipelineStage } from 'mongoose';
import type { HistoryAction } from '../../../../terms/enums.ts';
import {
  entryId,
  type HistoryEntry,
  type HistoryUpdate,
  type StoredEntry,
  storedEntry,
} from '../../records/history/history-entry.ts';

/** The officer who takes a step, and its key. */
export interface Request {
  by: string;
  idempotency: { key: string };
}

/** A page of a history: at most `limit` before a version, newest first, without those of the actions named. */
export interface HistoryPage {
  before: number | undefined;
  limit: number;
  without: readonly HistoryAction[];
}

/** Reads of the histories of records. */
export interface HistoryStore {
  /** The same page of each record's history, fifty records in one read. */
  pages(records: readonly string[], page: HistoryPage): Promise<Map<string, HistoryEntry[]>>;
  /** The step that a request has taken on a record before. */
  taken(record: string, request: Request): Promise<HistoryEntry | undefined>;
}

/** The ids of a record's lines: `!` is the character after the space. */
const ofRecord = (record: string, until = `${record}!`) => ({ $gt: `${record} `, $lt: until });

type PageOfOne = [PipelineStage.Match, PipelineStage.Sort, PipelineStage.Limit];

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

/** The server takes a thousand stages at most, and keeps a cursor open for each record of a read. */
const mostAtOnce = 50;

/** Each record's page has an order and a limit of its own, so that a long history costs no more than its page. */
async function readPages(
  history: Model<StoredEntry>,
  records: readonly string[],
  { before, limit, without }: HistoryPage,
): Promise<StoredEntry[]> {
  const [first, ...others] = records.map(
    (record): PageOfOne => [
      {
        $match: {
          _id: ofRecord(record, before === undefined ? undefined : entryId(record, before)),
          ...(without.length > 0 && { action: { $nin: [...without] } }),
        },
      },
      { $sort: { _id: -1 } },
      { $limit: limit },
    ],
  );
  const unions = others.map((pipeline) => ({ $unionWith: { coll: history.collection.name, pipeline } }));
  // Of one batch, which is one answer of the server.
  return history.aggregate<StoredEntry>([...(first ?? []), ...unions], {
    batchSize: records.length * limit + 1,
  });
}

export const historyStore = (history: Model<StoredEntry>): HistoryStore => ({
  async pages(records, page) {
    const reads = Array.from({ length: Math.ceil(records.length / mostAtOnce) }, (_, index) =>
      records.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
    );
    const read = await Promise.all(reads.map((some) => readPages(history, some, page)));
    const found = new Map(records.map((record) => [record, [] as StoredEntry[]]));
    for (const line of read.flat()) found.get(line.record)?.push(line);
    // The server promises no order among the parts that it joins.
    for (const lines of found.values()) lines.sort((one, other) => other.version - one.version);
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
