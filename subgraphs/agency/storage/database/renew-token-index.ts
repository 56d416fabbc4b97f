import { randomUUID } from 'node:crypto';
import mongoose, { type Model, type mongo } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import { leasesCollection } from '../channel/stored-lease.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

/** The index of the model, and another of the same keys that stands in for it: a sparse one, as the server takes no two that are alike. */
const [declared, standIn] = ['match_tokens', 'match_tokens_renewing'];
const keys = { 'match.tokens': 1 } as const;

/** Milliseconds after which whoever began to make it anew was killed: more than it takes over the largest database. */
const abandonedAfter = 24 * 3_600_000;

interface Renewing {
  _id: 'token_index';
  holder: string;
  at: Date;
}

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

/** @returns false where another is at it */
async function take(leases: mongo.Collection<Renewing>, holder: string): Promise<boolean> {
  const at = new Date();
  const abandoned = { _id: 'token_index' as const, at: { $lt: new Date(at.getTime() - abandonedAfter) } };
  try {
    await leases.updateOne(abandoned, { $set: { at, holder } }, { upsert: true });
    return true;
  } catch (error) {
    if (isDuplicate(error)) return false;
    throw error;
  }
}

/**
 * Makes the index of the tokens anew, which the server then writes in order: after every token has changed, its pages are nearly empty,
 * and it takes up to ten times as much of the disk. At each moment there is an index by which searches find, the old one, one that stands in
 * for it, or the new one. One instance does it at a time; one that was killed leaves it to the next, or to the next start.
 * @returns false where another instance is at it
 */
export async function renewTokenIndex({ db, collection }: Model<DossierRecord>): Promise<boolean> {
  const dossiers = db.collection(collection.name);
  const leases = db.collection<Renewing>(leasesCollection);
  const holder = randomUUID();
  if (!(await take(leases, holder))) return false;
  try {
    await dossiers.createIndex(keys, { name: standIn, sparse: true });
    await dropIndex(dossiers, declared);
    await dossiers.createIndex(keys, { name: declared });
    await dropIndex(dossiers, standIn);
    return true;
  } finally {
    await leases.deleteOne({ _id: 'token_index', holder });
  }
}
