import { existsSync, readdirSync } from 'node:fs';
import type { DatabaseOptions } from '../../../commands/settings/development-stack.ts';
import { halfNamed, namedDatabases } from '../../../commands/settings/named-databases.ts';
import { SettingsError } from '../../../server/settings.ts';
import { databaseVariable } from '../../../subgraphs/agency/storage/database/database-setting.ts';
import { type Agency, subgraphOf } from '../../../terms/agencies.ts';
import { lockDataDirectory } from '../../embedded-mongodb/lock.ts';
import { dataDirectoryIn } from './data-directory-in.ts';
import {
  databasesOfRunningStack,
  embeddedDirectory,
  forgetStack,
  openAllEmbedded,
  openEmbedded,
} from './databases.ts';

type Uris = Record<Agency, string>;

const hasData = (directory: string): boolean => existsSync(directory) && readdirSync(directory).length > 0;

/** The one line for whoever has forgotten to name a database; it says where one was looked for, and the ways out. */
function nowhere(agency: Agency, dataDirectory: string, environment: NodeJS.ProcessEnv): SettingsError {
  const variable = databaseVariable(agency);
  const found = halfNamed(agency, environment) ?? `${variable} (or ${variable}_FILE) is not set`;
  return new SettingsError(
    `there is no database of ${subgraphOf(agency)}: ${found}, no stack runs in ${dataDirectory}, and none has left its data ` +
      `there. Name the database by ${variable}, start a stack (npm start), or set DATA_DIR to where one is or was`,
  );
}

const inUse = (dataDirectory: string) =>
  new SettingsError(
    `${dataDirectory} is in use by a stack that is starting, or by another command: try again when it is done`,
  );

/**
 * Works with agencies' databases: those that `<AGENCY>_MONGODB_URI` (or `_FILE`) names; where it is not set, in development,
 * those of the stack that runs in DATA_DIR; or those that a stack has left there, each on an embedded server that is started
 * for this alone. An embedded database is never made in place of one that somebody forgot to name.
 *
 * Who holds the lock tells whether a stack runs: its note of where its databases are outlives it when it is killed.
 * @throws SettingsError when an agency has none of these
 */
export async function withDatabases<Result>(
  agencies: readonly Agency[],
  { report, mayMake = false }: DatabaseOptions,
  work: (uris: Uris) => Promise<Result>,
): Promise<Result> {
  const environment = process.env;
  const named = namedDatabases(agencies, environment);
  const unnamed = agencies.filter((agency) => !named[agency]);
  if (unnamed.length === 0) return work(named as Uris);

  const dataDirectory = dataDirectoryIn(environment);
  const isHalf = unnamed.some((agency) => halfNamed(agency, environment));
  const lacking = unnamed.find((agency) => !hasData(embeddedDirectory(dataDirectory, agency)));
  const noted = databasesOfRunningStack(dataDirectory);
  const mayOpen = lacking === undefined || (mayMake && !isHalf);
  // Looked for before the lock, which makes the directory.
  if (!mayOpen && !noted) throw nowhere(lacking, dataDirectory, environment);
  for (const agency of unnamed) {
    const half = halfNamed(agency, environment);
    if (half) report(`${subgraphOf(agency)} database: ${half}`);
  }
  const release = await lockDataDirectory(dataDirectory, noted ? () => undefined : report).catch(() => {
    if (!noted) throw inUse(dataDirectory);
  });
  if (!release) {
    for (const agency of unnamed)
      report(`${subgraphOf(agency)} database: that of the stack that runs in ${dataDirectory}`);
    return work({ ...noted, ...named } as Uris);
  }
  try {
    forgetStack(dataDirectory);
    if (!mayOpen) throw nowhere(lacking, dataDirectory, environment);
    for (const agency of unnamed) {
      const directory = embeddedDirectory(dataDirectory, agency);
      const which = hasData(directory) ? 'the one that a stack has left' : 'a new one, which is empty,';
      report(`${subgraphOf(agency)} database: no stack runs, so it is ${which} in ${directory}`);
    }
    const embedded = await openAllEmbedded(
      unnamed.map((agency) => openEmbedded(agency, dataDirectory, environment, report)),
    );
    const opened = Object.fromEntries(embedded.map(({ agency, uri }) => [agency, uri]));
    try {
      return await work({ ...named, ...opened } as Uris);
    } finally {
      await Promise.all(embedded.map(({ server }) => server.stop()));
    }
  } finally {
    await release();
  }
}
