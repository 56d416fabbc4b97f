import type { mongo } from 'mongoose';
import { Umzug } from 'umzug';
import { SettingsError } from '../../../server/settings.ts';
import { migrations } from './list.ts';
import type { Migration } from './migration.ts';
import { migrationStorage } from './storage.ts';

/**
 * Brings a database to the form that this version reads.
 * @returns the names of the migrations that were run
 * @throws SettingsError when the database has had a migration that this version does not know
 */
export async function migrate(db: mongo.Db, known: readonly Migration[] = migrations): Promise<string[]> {
  const storage = migrationStorage(db);
  const names = known.map(({ name }) => name);
  const unknown = (await storage.executed({ context: db })).find((name) => !names.includes(name));
  if (unknown) {
    throw new SettingsError(
      `the database is of a newer version than this program, which does not know its migration ${unknown}: start that version`,
    );
  }
  const umzug = new Umzug<mongo.Db>({
    migrations: known.map(({ name, up }) => ({ name, up: () => up(db) })),
    context: db,
    storage,
    logger: undefined,
  });
  return (await umzug.up()).map(({ name }) => name);
}
