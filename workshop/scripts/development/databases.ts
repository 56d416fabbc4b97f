import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfNamed, namedDatabases } from '../../../commands/settings/named-databases.ts';
import { databaseVariable } from '../../../subgraphs/agency/storage/database/database-setting.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import { choiceOf } from '../../embedded-mongodb/find-mongod.ts';
import { type EmbeddedMongoDb, startEmbeddedMongoDb } from '../../embedded-mongodb/start.ts';

/** Each agency's database, and how to end those that were started for it. */
export interface Databases {
  uris: Record<Agency, string>;
  stop(): Promise<void>;
  /** Resolves when an embedded server ends that nobody asked to: whose it was, and why in its own words. */
  lost: Promise<{ agency: Agency; why: string }>;
}

type Report = (line: string) => void;

/** Where a running stack says what its databases are, for commands beside it. */
const noteFile = (dataDirectory: string) => join(dataDirectory, 'databases.json');

export function databasesOfRunningStack(dataDirectory: string): Record<Agency, string> | undefined {
  try {
    return JSON.parse(readFileSync(noteFile(dataDirectory), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Removes the note, of a stack that has ended or was killed. */
export const forgetStack = (dataDirectory: string): void => rmSync(noteFile(dataDirectory), { force: true });

const withDatabaseName = (uri: string, agency: Agency): string => {
  const url = new URL(uri);
  url.pathname = `/${subgraphOf(agency)}`;
  return url.href;
};

/** Where an agency's embedded server keeps its data. */
export const embeddedDirectory = (dataDirectory: string, agency: Agency): string =>
  join(dataDirectory, subgraphOf(agency));

/** An embedded server, and the database that an agency has on it. */
export interface EmbeddedDatabase {
  agency: Agency;
  uri: string;
  server: EmbeddedMongoDb;
}

/** Starts an agency's embedded server over its directory. The caller holds the lock on the data directory. */
export async function openEmbedded(
  agency: Agency,
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
  report: Report,
): Promise<EmbeddedDatabase> {
  const server = await startEmbeddedMongoDb({
    dataDirectory: embeddedDirectory(dataDirectory, agency),
    choice: choiceOf(environment),
    report: (line) => report(`${subgraphOf(agency)} database: ${line}`),
    environment,
  });
  return { agency, uri: withDatabaseName(server.uri, agency), server };
}

/** Waits for all, and ends those that were opened when one cannot be. */
export async function openAllEmbedded(
  opening: readonly Promise<EmbeddedDatabase>[],
): Promise<EmbeddedDatabase[]> {
  const results = await Promise.allSettled(opening);
  const opened = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  const failed = results.find((result) => result.status === 'rejected');
  if (!failed) return opened;
  await Promise.all(opened.map(({ server }) => server.stop()));
  throw failed.reason;
}

/** A note that cannot be written, as on a full disk, leaves no server running. */
async function noteDatabases(
  dataDirectory: string,
  uris: Record<Agency, string>,
  stop: () => Promise<void>,
): Promise<void> {
  try {
    writeFileSync(noteFile(dataDirectory), JSON.stringify(uris), { mode: 0o600 });
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The databases of a stack: those that `<AGENCY>_MONGODB_URI` (or `_FILE`) names, or else an embedded server of its own for
 * each agency. The caller holds the lock on the data directory.
 */
export async function openDatabases(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
  report: Report,
): Promise<Databases> {
  const named = namedDatabases(agencyNames, environment);
  for (const agency of agencyNames) {
    const half = named[agency] ? undefined : halfNamed(agency, environment);
    if (named[agency])
      report(`${subgraphOf(agency)} database: the one that ${databaseVariable(agency)} names`);
    if (half) report(`${subgraphOf(agency)} database: ${half}, so it gets an embedded one`);
  }
  const embedded = await openAllEmbedded(
    agencyNames
      .filter((agency) => !named[agency])
      .map((agency) => openEmbedded(agency, dataDirectory, environment, report)),
  );
  const stop = async () => {
    forgetStack(dataDirectory);
    await Promise.all(embedded.map(({ server }) => server.stop()));
  };
  const started = Object.fromEntries(embedded.map(({ agency, uri }) => [agency, uri]));
  const uris = { ...named, ...started } as Record<Agency, string>;
  await noteDatabases(dataDirectory, uris, stop);
  const lost = new Promise<{ agency: Agency; why: string }>((resolve) => {
    for (const { agency, server } of embedded) {
      server.exited.then(({ expected, signal, code, lastWords }) => {
        const why = lastWords || (signal ? `ended by ${signal}` : `exit code ${code}`);
        if (!expected) resolve({ agency, why });
      });
    }
  });
  return { uris, stop, lost };
}
