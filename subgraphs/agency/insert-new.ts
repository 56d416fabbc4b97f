import mongoose, { type Model } from 'mongoose';
import { isPassing } from './outage.ts';

const duplicateKey = 11000;

/**
 * Inserts those that are not there yet by `recordedWith`, each whole or not at all. Past mongoose, whose casting takes longer
 * than all checks: what comes from the checks has the form of the model.
 * @returns the `recordedWith` of the others
 */
export async function insertNew<Kept extends { _id: string; recordedWith: string }>(
  model: Model<Kept>,
  records: readonly Kept[],
): Promise<Set<string>> {
  const collection = model.collection as unknown as mongoose.mongo.Collection<{ _id: string }>;
  try {
    await collection.insertMany([...records], { ordered: false, ignoreUndefined: true });
    return new Set();
  } catch (error) {
    // Before anything else: of a connection that broke, the error names no record that was not written.
    if (isPassing(error) || !(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    const other = failed.find(({ code }) => code !== duplicateKey);
    // Not the server's message, which may repeat what was to be written.
    if (other) throw new Error(`the database did not take a record (${other.code})`);
    return new Set(failed.map(({ index }) => records[index]?.recordedWith ?? ''));
  }
}
