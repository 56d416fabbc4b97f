import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findDownload } from './download.ts';
import { findJavaServer } from './java.ts';
import { findMongod } from './mongod.ts';
import {
  type Choice,
  choices,
  type Environment,
  type Exit,
  type Find,
  type Kind,
  kinds,
  type Launcher,
  oneLine,
  type Report,
  type RunningServer,
} from './server.ts';

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

const find: Record<Kind, Find> = { mongod: findMongod, download: findDownload, java: findJavaServer };

/** The choice that EMBEDDED_MONGODB names; `auto` when it is not set. */
export function choiceOf(environment: Environment): Choice {
  const named = environment.EMBEDDED_MONGODB || 'auto';
  const choice = choices.find((each) => each === named);
  if (choice === undefined) {
    throw new Error(`EMBEDDED_MONGODB is "${named}"; it can be ${choices.join(', ')}`);
  }
  return choice;
}

/**
 * Starts a MongoDB server of its own process over a directory. `auto` tries a mongod on PATH, a downloaded one, then
 * mongo-java-server; once a directory holds data, it keeps to the kind that wrote it, since no kind reads another's files
 * and acknowledged writes would seem lost.
 */
export async function startEmbeddedMongoDb(options: StartOptions): Promise<EmbeddedMongoDb> {
  const { choice, report, environment = process.env } = options;
  const dataDirectory = resolve(options.dataDirectory);
  const wroteIt = await lastKind(dataDirectory);
  const candidates = choice !== 'auto' ? [choice] : wroteIt === undefined ? kinds : [wroteIt];
  if (wroteIt !== undefined && wroteIt !== candidates[0]) {
    report(`${dataDirectory} holds data of "${wroteIt}", which "${choice}" does not see`);
  }

  const passedOver: string[] = [];
  for (const kind of candidates) {
    try {
      const launcher = await findOnce(kind, environment, report);
      const server = await launchWhenFree(launcher, join(dataDirectory, kind));
      await writeFile(join(dataDirectory, 'kind'), `${kind}\n`);
      report(
        `${kind}: ${launcher.name} ${launcher.version} on port ${server.port}, data in ${join(dataDirectory, kind)}`,
      );
      const { port, pid, exited, stop } = server;
      return {
        uri: `mongodb://127.0.0.1:${port}/?journal=true`,
        kind,
        version: launcher.version,
        pid,
        exited,
        stop,
      };
    } catch (error) {
      const reason = `${kind}: ${oneLine(error)}`;
      report(`passed over ${reason}`);
      passedOver.push(reason);
    }
  }
  throw new Error(noServer(dataDirectory, passedOver, choice === 'auto' ? wroteIt : undefined));
}

function noServer(dataDirectory: string, passedOver: readonly string[], keptTo: Kind | undefined): string {
  const kept =
    keptTo &&
    `the data there is of "${keptTo}": move ${dataDirectory} away to start afresh with another kind, or `;
  return (
    `No MongoDB server can be had for ${dataDirectory} (${passedOver.join('; ')}). Ways out: ${kept ?? ''}` +
    'set BELARUS_MONGODB_URI and RUSSIA_MONGODB_URI to servers of your own, put mongod on PATH, or install Java 17 and Maven.'
  );
}

async function lastKind(dataDirectory: string): Promise<Kind | undefined> {
  await mkdir(dataDirectory, { recursive: true });
  const written = await readFile(join(dataDirectory, 'kind'), 'utf8').catch(() => '');
  return kinds.find((kind) => kind === written.trim());
}

const found = new WeakMap<Environment, Map<Kind, Promise<Launcher>>>();

/** Two agencies start at the same time, and one search, download or build is enough for both. */
function findOnce(kind: Kind, environment: Environment, report: Report): Promise<Launcher> {
  const ofEnvironment = found.get(environment) ?? new Map<Kind, Promise<Launcher>>();
  found.set(environment, ofEnvironment);
  const launcher = ofEnvironment.get(kind) ?? find[kind](environment, report);
  ofEnvironment.set(kind, launcher);
  return launcher;
}

/** A server whose parent was killed needs a moment to notice and let go of its files. */
async function launchWhenFree(launcher: Launcher, directory: string): Promise<RunningServer> {
  for (const end = Date.now() + 10_000; ; await sleep(250)) {
    try {
      return await launcher.launch(directory);
    } catch (error) {
      const held = /DBPathInUse|file is locked/i.test(oneLine(error));
      if (!held || Date.now() > end) {
        throw error;
      }
    }
  }
}
