import type { Model } from 'mongoose';

/**
 * Inserts records that have the form of their model already, as they are: a model would cast and check every value of each,
 * which takes longer than all else that a test prepares.
 */
export async function insertStored<Stored>(model: Model<Stored>, records: readonly Stored[]): Promise<void> {
  if (records.length === 0) return;
  await model.collection.insertMany(records as never[], { ignoreUndefined: true });
}
