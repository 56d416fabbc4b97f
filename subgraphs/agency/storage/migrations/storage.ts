import type { mongo } from 'mongoose';
import type { UmzugStorage } from 'umzug';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

interface Executed {
  /** The migration's name. */
  _id: string;
  at: Date;
}

export const migrationsCollection = 'migrations';

/**
 * Storage for the migrations that a database has had. Umzug's own storage for MongoDB has no unique key, so of two
 * instances that start at once both would note one.
 */
export function migrationStorage(db: mongo.Db): UmzugStorage<mongo.Db> {
  const collection = db.collection<Executed>(migrationsCollection);
  return {
    async logMigration({ name }) {
      try {
        await collection.insertOne({ _id: name, at: new Date() }, { writeConcern: { w: 'majority' } });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async unlogMigration({ name }) {
      await collection.deleteOne({ _id: name });
    },
    executed: async () => (await collection.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
  };
}
