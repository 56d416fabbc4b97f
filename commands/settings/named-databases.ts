import { readSettings, SettingsError } from '../../server/settings.ts';
import {
  databaseSetting,
  databaseVariable,
  jobsDatabaseVariable,
} from '../../subgraphs/agency/storage/database/database-setting.ts';
import { type Agency, agencyNames } from '../../terms/agencies.ts';

/** The variables that name an agency's database for a command, of which the first that is set counts: it works as the agency's jobs do. */
const variablesOf = (agency: Agency): string[] => [jobsDatabaseVariable(agency), databaseVariable(agency)];

const isSet = (variable: string, environment: NodeJS.ProcessEnv): boolean =>
  ['', '_FILE'].some((end) => Boolean(environment[`${variable}${end}`]));

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
    agencies.flatMap(variablesOf).map((variable) => [variable, databaseSetting.optional()]),
  );
  const settings = readSettings(shape, environment);
  return Object.fromEntries(
    agencies.flatMap((agency) => {
      const variable = variablesOf(agency).find((each) => isSet(each, environment));
      if (variable === undefined) return [];
      const uri = settings[variable];
      if (uri === undefined) throw new SettingsError(`${variable}_FILE: is empty`);
      return [[agency, uri]];
    }),
  );
}

/** Tells whether an agency's database is named, by whatever address. */
export const isNamed = (agency: Agency, environment: NodeJS.ProcessEnv): boolean =>
  variablesOf(agency).some((variable) => isSet(variable, environment));

/** Told wherever one agency's database is named and another's is not, which is more often forgotten than meant. */
export function halfNamed(unnamed: Agency, environment: NodeJS.ProcessEnv): string | undefined {
  const named = agencyNames.find((each) => each !== unnamed && isNamed(each, environment));
  return named && `${databaseVariable(named)} is set, ${databaseVariable(unnamed)} is not`;
}
