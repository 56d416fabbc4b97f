import mongoose, { type Connection, type Model, type mongo } from 'mongoose';
import { leasesCollection } from '../../subgraphs/agency/storage/channel/stored-lease.ts';
import { agencyModels } from '../../subgraphs/agency/storage/database/agency-models.ts';
import { migrationsCollection } from '../../subgraphs/agency/storage/migrations/storage.ts';

/** The model of each collection that holds records, by the collection's name. */
export const recordModels = (connection: Connection): Map<string, Model<unknown>> =>
  new Map(
    Object.values(agencyModels(connection)).map((model) => [
      model.collection.name,
      model as unknown as Model<unknown>,
    ]),
  );

/** The collections that an export contains, in its order. The migrations, which say of which version the records are, stand last. */
export const exportedCollections: readonly string[] = [
  ...recordModels(mongoose.createConnection()).keys(),
  migrationsCollection,
];

/**
 * Collections that belong to the running processes and hold no record: no export has them, and a restore drops them. A lease says which instance
 * sends at this moment; another database has other instances.
 */
export const leftOutCollections: readonly string[] = [leasesCollection];

/** The collections that are in a database, without the server's own. */
export async function collectionsIn(db: mongo.Db): Promise<string[]> {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
}

export const hasDocument = async (db: mongo.Db, collection: string): Promise<boolean> =>
  (await db.collection(collection).findOne({}, { projection: { _id: 1 } })) !== null;
