import type { mongo } from 'mongoose';
import { Umzug } from 'umzug';
import { SettingsError } from '../../../../server/settings.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations.ts';
import { migrationStorage } from './storage.ts';
import { unfinishedRestore } from './unfinished-restore.ts';

/**
 * The names of the migrations that a database has had.
 * @throws SettingsError when this version does not know one of them, or the database holds half of what was restored
 */
export async function executedMigrations(
  db: mongo.Db,
  known: readonly Migration[] = migrations,
): Promise<string[]> {
  const executed = await migrationStorage(db).executed({ context: db });
  if (executed.includes(unfinishedRestore)) {
    throw new SettingsError('a restore of this database has not been finished: run it again');
  }
  const unknown = executed.find((name) => !known.some((each) => each.name === name));
  if (unknown) {
    throw new SettingsError(
      `the database is of a newer version than this program, which does not know its migration ${unknown}: start that version`,
    );
  }
  return executed;
}

/**
 * Brings a database to the form that this version reads.
 * @returns the names of the migrations that were run
 * @throws SettingsError when it cannot be brought there, see `executedMigrations`
 */
export async function migrate(
  db: mongo.Db,
  naming: NodeNaming,
  known: readonly Migration[] = migrations,
): Promise<string[]> {
  await executedMigrations(db, known);
  const umzug = new Umzug<mongo.Db>({
    migrations: known.map(({ name, up }) => ({ name, up: () => up(db, naming) })),
    context: db,
    storage: migrationStorage(db),
    logger: undefined,
  });
  return (await umzug.up()).map(({ name }) => name);
}
