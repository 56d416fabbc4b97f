import mongoose, { type Model, type mongo } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';

/** The index of the model, and another of the same keys that stands in for it: a sparse one, as the server takes no two that are alike. */
const [declared, standIn] = ['match_tokens', 'match_tokens_renewing'];
const keys = { 'match.tokens': 1 } as const;

/** IndexNotFound: a run that was killed has dropped it. */
const isAbsent = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && error.code === 27;

async function dropIndex(collection: mongo.Collection, name: string): Promise<void> {
  try {
    await collection.dropIndex(name);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/**
 * Makes the index of the tokens anew, which the server then writes in order: after every token has changed, its pages are nearly empty,
 * and it takes up to ten times as much of the disk. At each moment there is an index by which searches find, the old one, one that stands in
 * for it, or the new one. A run that was killed leaves the rest to the next, or to the next start of a subgraph. One is run at a time.
 */
export async function renewTokenIndex({ db, collection }: Model<DossierRecord>): Promise<void> {
  const dossiers = db.collection(collection.name);
  await dossiers.createIndex(keys, { name: standIn, sparse: true });
  await dropIndex(dossiers, declared);
  await dossiers.createIndex(keys, { name: declared });
  await dropIndex(dossiers, standIn);
}
