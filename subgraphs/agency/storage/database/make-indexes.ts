import mongoose, { type IndexDefinition, type IndexOptions, type Model, type mongo } from 'mongoose';
import { SettingsError } from '../../../../server/settings.ts';

/** A model as far as its indexes are concerned. */
type Indexed = Pick<Model<unknown>, 'collection' | 'createCollection'> & {
  schema: { indexes(): [IndexDefinition, IndexOptions][] };
};

/** The indexes that a model declares, as the server is asked to make them. */
export const declaredIndexes = ({ schema }: Pick<Indexed, 'schema'>): mongo.IndexDescription[] =>
  schema.indexes().map(([key, { background: _, ...options }]) => ({
    ...(options as Omit<mongo.IndexDescription, 'key'>),
    key: key as Record<string, 1 | -1>,
  }));

/** IndexOptionsConflict: the same keys under another name. IndexKeySpecsConflict: other keys under the same name. */
const conflicts: readonly unknown[] = [85, 86];

const isConflict = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoServerError && conflicts.includes(error.code);

async function makeIndexesOf(db: mongo.Db, model: Indexed): Promise<void> {
  const declared = declaredIndexes(model);
  // A collection without an index of its own would not be there until something is written into it.
  if (declared.length === 0) return void (await model.createCollection());
  const collection = db.collection(model.collection.name);
  try {
    await collection.createIndexes(declared);
  } catch (error) {
    if (!isConflict(error)) throw error;
    // The server has made none of them, and does not say which one it was.
    for (const index of declared) {
      await collection.createIndexes([index]).catch((reason) => {
        if (!isConflict(reason)) throw reason;
        throw new SettingsError(
          `an index of the collection ${collection.collectionName} differs from ${index.name}, which this version makes, in its keys, its options or its name: drop it, and start again`,
        );
      });
    }
  }
}

/**
 * Makes the collections and indexes that models declare and a database has not got. It drops none: instances of two
 * versions start side by side while one replaces the other, and each would undo what the other needs. The server makes an
 * index once, however many instances ask for it at the same time. An index that is no longer declared is dropped by a
 * migration that names it, see `dropIndex`.
 * @throws SettingsError when an index stands in the way of one that is declared
 */
export async function makeIndexes(db: mongo.Db, models: readonly Indexed[]): Promise<void> {
  await Promise.all(models.map((model) => makeIndexesOf(db, model)));
}
