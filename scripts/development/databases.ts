import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { choiceOf } from '../../embedded-mongodb/find-mongod.ts';
import { type EmbeddedMongoDb, startEmbeddedMongoDb } from '../../embedded-mongodb/start.ts';
import { type Agency, agencyNames, subgraphOf } from '../../identity/agencies.ts';

/** Each agency's database, and how to end those that were started for it. */
export interface Databases {
  uris: Record<Agency, string>;
  stop(): Promise<void>;
  /** Resolves, and names the agency, when an embedded server ends that nobody asked to. */
  lost: Promise<Agency>;
}

type Report = (line: string) => void;

/** Where a running stack says what its databases are, for `npm run seed` beside it. */
const noteFile = (dataDirectory: string) => join(dataDirectory, 'databases.json');

export function databasesOfRunningStack(dataDirectory: string): Record<Agency, string> | undefined {
  try {
    return JSON.parse(readFileSync(noteFile(dataDirectory), 'utf8'));
  } catch {
    return undefined;
  }
}

const withDatabaseName = (uri: string, agency: Agency): string => {
  const url = new URL(uri);
  url.pathname = `/${subgraphOf(agency)}`;
  return url.href;
};

/**
 * A database for each agency: the one that `<AGENCY>_MONGODB_URI` names, or else an embedded server of its own over a
 * directory of its own. The caller holds the lock on the data directory.
 */
export async function openDatabases(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
  report: Report,
): Promise<Databases> {
  const started: { agency: Agency; server: EmbeddedMongoDb }[] = [];
  const stop = async () => {
    rmSync(noteFile(dataDirectory), { force: true });
    await Promise.all(started.map(({ server }) => server.stop()));
  };
  const open = async (agency: Agency): Promise<[Agency, string]> => {
    const given = environment[`${agency}_MONGODB_URI`];
    if (given) {
      report(`${subgraphOf(agency)} database: the one that ${agency}_MONGODB_URI names`);
      return [agency, given];
    }
    const server = await startEmbeddedMongoDb({
      dataDirectory: join(dataDirectory, subgraphOf(agency)),
      choice: choiceOf(environment),
      report: (line) => report(`${subgraphOf(agency)} database: ${line}`),
      environment,
    });
    started.push({ agency, server });
    return [agency, withDatabaseName(server.uri, agency)];
  };
  const opened = await Promise.allSettled(agencyNames.map(open));
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed) {
    await stop();
    throw failed.reason;
  }
  const entries = opened.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  const uris = Object.fromEntries(entries) as Record<Agency, string>;
  writeFileSync(noteFile(dataDirectory), JSON.stringify(uris), { mode: 0o600 });
  const lost = new Promise<Agency>((resolve) => {
    for (const { agency, server } of started) {
      server.exited.then(({ expected }) => {
        if (!expected) resolve(agency);
      });
    }
  });
  return { uris, stop, lost };
}
