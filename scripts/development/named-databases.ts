import { type Agency, agencyNames } from '../../identity/agencies.ts';
import { readSettings, SettingsError } from '../../server/settings.ts';
import { databaseSetting, databaseVariable } from '../../subgraphs/agency/database-setting.ts';

/**
 * The databases that the environment names for agencies, in place or as files; an agency without one is left out.
 * @throws SettingsError naming each variable that is no address of a database, as the subgraph does, and one whose file is
 * empty: another database must not take the place of one whose secret has not arrived
 */
export function namedDatabases(
  agencies: readonly Agency[],
  environment: NodeJS.ProcessEnv,
): Partial<Record<Agency, string>> {
  const shape = Object.fromEntries(
    agencies.map((agency) => [databaseVariable(agency), databaseSetting.optional()]),
  );
  const settings = readSettings(shape, environment);
  return Object.fromEntries(
    agencies.flatMap((agency) => {
      const uri = settings[databaseVariable(agency)];
      if (uri !== undefined) return [[agency, uri]];
      if (isNamed(agency, environment)) throw new SettingsError(`${databaseVariable(agency)}_FILE: is empty`);
      return [];
    }),
  );
}

/** Tells whether an agency's database is named, by whatever address. */
export const isNamed = (agency: Agency, environment: NodeJS.ProcessEnv): boolean =>
  ['', '_FILE'].some((end) => Boolean(environment[`${databaseVariable(agency)}${end}`]));

/** Told wherever one agency's database is named and another's is not, which is more often forgotten than meant. */
export function halfNamed(unnamed: Agency, environment: NodeJS.ProcessEnv): string | undefined {
  const named = agencyNames.find((each) => each !== unnamed && isNamed(each, environment));
  return named && `${databaseVariable(named)} is set, ${databaseVariable(unnamed)} is not`;
}
