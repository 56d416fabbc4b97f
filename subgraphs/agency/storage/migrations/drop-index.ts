import mongoose, { type mongo } from 'mongoose';

/** An index that no version makes any more. */
export interface FormerIndex {
  collection: string;
  name: string;
  /** Another index of the same name stays: it is the one that took its place. */
  key: Readonly<Record<string, 1 | -1>>;
}

/** NamespaceNotFound and IndexNotFound: there is no such collection, or another instance was quicker. */
const absent: readonly unknown[] = [26, 27];

const isAbsent = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && absent.includes(error.code);

/** Drops an index of an earlier version, where the database still has it. */
export async function dropIndex(db: mongo.Db, { collection, name, key }: FormerIndex): Promise<void> {
  try {
    const found = await db.collection(collection).listIndexes().toArray();
    const former = found.find((index) => index.name === name);
    // In order: the same fields in another order make another index.
    if (JSON.stringify(former?.key) === JSON.stringify(key)) await db.collection(collection).dropIndex(name);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
