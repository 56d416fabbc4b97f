import { z } from 'zod';
import { lockDataDirectory } from '../../embedded-mongodb/lock.ts';
import { type Agency, agencyNames } from '../../identity/agencies.ts';
import { readSettings, SettingsError } from '../../server/settings.ts';
import { databasesOfRunningStack, openDatabases } from './databases.ts';
import { dataDirectoryIn } from './settings.ts';

type Report = (line: string) => void;

/**
 * Works with the databases that the environment names, those of a running stack, or embedded ones started for this. Who
 * holds the lock tells whether a stack runs: its note of where its databases are outlives it when it is killed.
 */
export async function withDatabases<Result>(
  report: Report,
  work: (uris: Record<Agency, string>) => Promise<Result>,
): Promise<Result> {
  const dataDirectory = dataDirectoryIn(process.env);
  const allNamed = agencyNames.every((agency) => process.env[`${agency}_MONGODB_URI`]);
  const noted = allNamed ? undefined : databasesOfRunningStack(dataDirectory);
  const release = await lockDataDirectory(dataDirectory, noted ? () => undefined : report).catch((error) => {
    if (!noted) throw error;
  });
  if (!release) return work(noted as Record<Agency, string>);
  try {
    const databases = await openDatabases(dataDirectory, process.env, report);
    try {
      return await work(databases.uris);
    } finally {
      await databases.stop();
    }
  } finally {
    await release();
  }
}

/** Works with one agency's database, which `<AGENCY>_MONGODB_URI` (or `_FILE`) names; without it see `withDatabases`. */
export async function withDatabase<Result>(
  agency: Agency,
  report: Report,
  work: (uri: string) => Promise<Result>,
): Promise<Result> {
  const variable = `${agency}_MONGODB_URI`;
  const { [variable]: uri } = readSettings({ [variable]: z.string().optional() }, process.env);
  if (uri) return work(uri);
  if (process.env.CONCORD_MODE === 'production') throw new SettingsError(`${variable}: is required`);
  return withDatabases(report, (uris) => work(uris[agency]));
}
