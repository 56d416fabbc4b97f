import type { Connection, Model, mongo } from 'mongoose';
import { agencyModels } from '../../subgraphs/agency/database.ts';
import { migrationsCollection } from '../../subgraphs/agency/migrations/storage.ts';

/** The model of each collection that holds records, by the collection's name. */
export const recordModels = (connection: Connection): Map<string, Model<unknown>> =>
  new Map(
    Object.values(agencyModels(connection)).map((model) => [
      model.collection.name,
      model as unknown as Model<unknown>,
    ]),
  );

/**
 * All that an export has: the records, then what says of which version they are. Dossiers stand before the groups that
 * they name, so that of a database that is written meanwhile no group is missing.
 */
export const exportedCollections = (connection: Connection): string[] => [
  ...recordModels(connection).keys(),
  migrationsCollection,
];

/** The collections that are in a database, without the server's own. */
export async function collectionsIn(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

export const hasDocument = async (db: mongo.Db, collection: string): Promise<boolean> =>
  (await db.collection(collection).findOne({}, { projection: { _id: 1 } })) !== null;
