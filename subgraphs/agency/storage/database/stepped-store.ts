import type { ClientSession, Model, UpdateQuery } from 'mongoose';
import { firstMessageId, type Message } from '../../records/messages/message.ts';
import type { Written } from './written.ts';

/** A record that changes by steps, with the messages of them that wait for their numbers. */
export interface SteppedRecord {
  _id: string;
  version: number;
  /** The place among others: the time at which it came into this database. */
  place: string;
  pending?: Message[];
}

/** The records of one kind that change by steps, each of which the other agency is told of. */
export interface SteppedStore<Kept extends SteppedRecord> {
  read(id: string): Promise<Kept | null>;
  /** Those of several ids that there are. */
  readEach(ids: readonly string[]): Promise<Kept[]>;
  /**
   * Writes a record with the messages that tell of its change, on the condition that nobody wrote since.
   * @param session of the transaction that it is a part of
   */
  replace(record: Kept, messages: readonly Message[], session?: ClientSession): Promise<Written>;
  /** Waits until what was read can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
}

/**
 * Waits until what was read of a record can no more be taken back by a failover: none is at version 0, so nothing is written, and the server
 * waits as it does for a write, for all that came before.
 */
export async function confirmed(
  records: Pick<Model<{ _id: string; version: number }>, 'updateOne'>,
  id: string,
): Promise<void> {
  await records.updateOne({ _id: id, version: 0 }, { $set: { version: 0 } });
}

/** @param onMessages told when messages were stored with a change */
export function steppedStore<Kept extends SteppedRecord>(
  records: Model<Kept>,
  onMessages: () => void,
): SteppedStore<Kept> {
  const { _id, version, pending, ...columns } = records.schema.paths;
  return {
    read: (id) => records.findById(id).lean<Kept>().exec(),
    readEach: (ids) =>
      records
        .find()
        .where('_id')
        .in([...ids])
        .lean<Kept[]>()
        .exec(),
    async replace({ pending: _pending, ...record }, messages, session) {
      const { _id, version, ...kept } = record;
      const held = new Map(Object.entries(kept));
      const gone = Object.keys(columns).filter((column) => held.get(column) === undefined);
      const change: UpdateQuery<SteppedRecord> = {
        $set: { ...kept, version },
        ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((column) => [column, 1])) }),
        ...(messages.length > 0 && { $push: { pending: { $each: [...messages] } } }),
      };
      const { modifiedCount } = await records
        .where({ _id, version: version - 1 })
        .updateOne({}, change, { runValidators: true, ...(session && { session }) });
      if (modifiedCount === 0) return 'CONFLICT';
      if (messages.length > 0) onMessages();
      return 'WRITTEN';
    },
    confirm: (id) => confirmed(records, id),
  };
}

/**
 * The newest of those that any of several filters finds, each of which is looked up by itself, in an index that ends with the place.
 * @param before the place from which on they are older
 */
export async function newestOf<Kept extends SteppedRecord>(
  records: Model<Kept>,
  filters: readonly object[],
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Kept[]> {
  const found = await Promise.all(
    filters.map((filter) =>
      records
        .find({ ...filter, ...(before !== undefined && { place: { $lt: before } }) })
        .sort({ place: -1 })
        .limit(limit)
        .lean<Kept[]>()
        .exec(),
    ),
  );
  const each = new Map(found.flat().map((record) => [record._id, record]));
  return [...each.values()].sort((one, other) => (one.place < other.place ? 1 : -1)).slice(0, limit);
}

/** The places of what came in from one moment until before another. */
export const placesBetween = (from: Date, until: Date) => ({
  $gte: firstMessageId(from),
  $lt: firstMessageId(until),
});
