import mongoose, { type ClientSession, type Model } from 'mongoose';
import { type HistoryEntry, type StoredEntry, storedEntry } from '../../records/history/history-entry.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import { isPassing } from '../driver-errors/is-passing.ts';
import { inTransaction } from './in-transaction.ts';

/** A record that is new, and the first line of its history. */
export interface Recording<Kept> {
  record: Kept;
  entry: HistoryEntry;
}

type Stored = { _id: string };

/** The collection without mongoose, whose casting takes longer than all checks: records from the checks have the model's form. */
const rawOf = (model: Pick<Model<never>, 'collection'>) =>
  model.collection as unknown as mongoose.mongo.Collection<Stored>;

const mostAttempts = 5;

/**
 * Inserts the records that are not there yet by `recordedWith`, each with the first line of its history: all of them or none.
 * @param insertFurther inserts what follows from the records
 * @returns the `recordedWith` of the others
 */
export async function insertNew<Kept extends { _id: string; recordedWith: string }>(
  model: Model<Kept>,
  history: Model<StoredEntry>,
  recordings: readonly Recording<Kept>[],
  insertFurther?: (records: readonly Kept[], session: ClientSession) => Promise<void>,
): Promise<Set<string>> {
  const requests = recordings.map(({ record }) => record.recordedWith);
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(model.db, async (session) => {
        const found = await model
          .find({ recordedWith: { $in: requests } }, { recordedWith: 1 })
          .session(session)
          .lean<{ recordedWith: string }[]>();
        const there = new Set(found.map(({ recordedWith }) => recordedWith));
        const fresh = recordings.filter(({ record }) => !there.has(record.recordedWith));
        if (fresh.length > 0) {
          const options = { session, ignoreUndefined: true };
          const records = fresh.map(({ record }): Stored => record);
          const entries = fresh.map(({ record, entry }): Stored => storedEntry(record._id, entry));
          await rawOf(model as never).insertMany(records, options);
          await rawOf(history as never).insertMany(entries, options);
          await insertFurther?.(
            fresh.map(({ record }) => record),
            session,
          );
        }
        return there;
      });
    } catch (error) {
      // Somebody else has imported one of them in the same moment.
      if (isDuplicate(error) && attempt < mostAttempts) continue;
      if (isPassing(error) || !(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
      // Not the server's message, which may repeat what was to be written.
      throw new Error(`the database did not take a record (${error.code})`);
    }
  }
}
