import { SettingsError } from '../../server/settings.ts';
import { databaseVariable } from '../../subgraphs/agency/storage/database/database-setting.ts';
import type { Agency } from '../../terms/agencies.ts';
import { type DatabaseOptions, developmentStack } from '../settings/development-stack.ts';
import { modeSaid } from '../settings/mode-of.ts';
import { namedDatabases } from '../settings/named-databases.ts';

/**
 * Works with an agency's database: the one that the settings name or, in development, that of the stack.
 * @throws SettingsError when there is neither
 */
export async function withDatabase<Result>(
  agency: Agency,
  options: DatabaseOptions,
  work: (uri: string) => Promise<Result>,
): Promise<Result> {
  const named = namedDatabases([agency], process.env)[agency];
  if (named) return work(named);
  const stack = modeSaid(process.env) === 'production' ? undefined : developmentStack();
  if (stack) return stack.withDatabase(agency, options, work);
  throw new SettingsError(`${databaseVariable(agency)}: is required, production has no embedded databases`);
}
