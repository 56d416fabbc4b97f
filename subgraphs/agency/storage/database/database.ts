import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose, { type Connection } from 'mongoose';
import { SettingsError } from '../../../../server/settings.ts';
import { timeoutSignal } from '../../../../server/time/timeout-signal.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import type { NodeNaming } from '../../records/formats/text/node-id.ts';
import { connectionProblem, databaseProblem, noPrimary } from '../driver-errors/database-problem.ts';
import { isPassing } from '../driver-errors/is-passing.ts';
import { migrate } from '../migrations/migrate.ts';
import { migrationsCollection } from '../migrations/storage.ts';
import { unfinishedRestore } from '../migrations/unfinished-restore.ts';
import { agencyModels } from './agency-models.ts';
import { answerDeadline } from './answer-deadline.ts';
import { databaseVariable } from './database-setting.ts';
import { makeIndexes } from './make-indexes.ts';
import { noteWrites } from './note-writes.ts';
import { traceCommands } from './trace-commands.ts';

/** Milliseconds until a missing database is told as such to whoever waits for an answer. */
const selectionTimeout = 2_000;

/** The same at the start, where nobody waits for an answer, and where a server that starts beside it on a busy machine is slow. */
const selectionTimeoutAtStart = 3_000;

/** The driver's heartbeats have this long too: a server that makes an index, or is busy, is not one that is gone. */
const connectTimeout = 10_000;

/**
 * Interval at which a client checks each server: one that hangs is given up after this and the time to connect, 12 s.
 */
const heartbeat = 2_000;

/** The interval at which a set without a primary is looked at again. */
const lookAgain = 500;

/** Times for which a client of the database waits for it. */
type Limits = Pick<
  mongoose.mongo.MongoClientOptions,
  'serverSelectionTimeoutMS' | 'waitQueueTimeoutMS' | 'socketTimeoutMS' | 'writeConcern'
>;

/** Nobody is told of what a failover could take back: neither an officer, nor another agency. */
const writeConcern = { w: 'majority' } as const;

/**
 * For work that nobody waits for: migrations, imports, exports, what is done in the background. It outlasts an election, and
 * a command takes as long as it takes; one on a server that hangs ends when that is given up, and is tried on another.
 */
const patient: Limits = { serverSelectionTimeoutMS: 30_000, writeConcern };

/**
 * For answers. A command on a server that hangs gives its connection back when its answer is late in any case. The driver's
 * `timeoutMS`, which would bound a whole operation, does nothing in 7.8 (`TimeoutContext.create` leaves it aside).
 */
const answering: Limits = {
  serverSelectionTimeoutMS: selectionTimeout,
  waitQueueTimeoutMS: selectionTimeout,
  socketTimeoutMS: answerDeadline,
  writeConcern: { ...writeConcern, wtimeoutMS: 3_000 },
};

/** The options by which a process opens its database. */
export interface Opening {
  /** The setting that names the database, for whoever must correct it; `<AGENCY>_MONGODB_URI` without it. */
  variable?: string;
  /** Milliseconds to wait for a set that answers and has no primary: it may be electing one, or replaying its journal. */
  recoversWithin?: number;
  /** Told, once, when it waits. */
  onWait?: () => void;
}

const refusalOf = (agency: Agency, problem: string, { variable = databaseVariable(agency) }: Opening) =>
  new SettingsError(`${variable}: ${problem}`);

/**
 * Looks whether there is a database to work with, without the patience of a client that works on it.
 * @returns what is wrong: there is none, or one that has no transactions, takes no writes or refuses this user
 */
async function problemOf(uri: string): Promise<string | undefined> {
  let client: mongoose.mongo.MongoClient | undefined;
  try {
    client = new mongoose.mongo.MongoClient(uri, {
      serverSelectionTimeoutMS: selectionTimeoutAtStart,
      connectTimeoutMS: connectTimeout,
    });
    await client.connect();
    const { setName, isWritablePrimary, isreplicaset } = await client.db().command({ hello: 1 });
    if (setName === undefined && !isreplicaset) {
      return 'is not a replica set: start its mongod with --replSet, and initiate it';
    }
    // A server refuses whoever has no right to it, and a member that is no primary, with the first command alone.
    await client.db().collection<{ _id: string }>(migrationsCollection).findOne({ _id: unfinishedRestore });
    return isWritablePrimary ? undefined : noPrimary;
  } catch (error) {
    return connectionProblem(error);
  } finally {
    await client?.close();
  }
}

/** @throws SettingsError for what is wrong, at once or when a set that has no primary still has none */
async function demandDatabase(agency: Agency, uri: string, opening: Opening): Promise<void> {
  const { recoversWithin = 0, onWait } = opening;
  const latest = performance.now() + recoversWithin;
  for (let isWaiting = false; ; await sleep(lookAgain)) {
    const problem = await problemOf(uri);
    if (problem === undefined) return;
    if (problem !== noPrimary || performance.now() >= latest) throw refusalOf(agency, problem, opening);
    if (!isWaiting) onWait?.();
    isWaiting = true;
  }
}

/**
 * Connects to an agency's database, on a connection of its own, and leaves it as it is. The driver then heals by itself
 * when the database goes away and returns.
 * @throws SettingsError when there is no database to connect to
 */
export async function connectDatabase(
  agency: Agency,
  uri: string,
  opening: Opening = {},
  limits: Limits = patient,
): Promise<Connection> {
  await demandDatabase(agency, uri, opening);
  const connection = mongoose.createConnection(uri, {
    ...limits,
    connectTimeoutMS: connectTimeout,
    heartbeatFrequencyMS: heartbeat,
    monitorCommands: true,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
  try {
    await connection.asPromise();
    noteWrites(connection);
    traceCommands(connection);
    return connection;
  } catch (error) {
    await connection.close();
    throw refusalOf(agency, connectionProblem(error), opening);
  }
}

/** Connects as `connectDatabase` does, for answers that somebody waits for. */
export const connectToAnswer = (agency: Agency, uri: string, opening: Opening = {}): Promise<Connection> =>
  connectDatabase(agency, uri, opening, answering);

/**
 * Connects to an agency's database, brings its records into the form of this version and makes the indexes that the models
 * declare.
 * @param naming under which migrations write
 * @throws SettingsError when there is no database to connect to, it is of a newer version, takes no writes, or has an index
 * that stands in the way
 */
export async function openDatabase(
  agency: Agency,
  uri: string,
  naming: NodeNaming,
  opening: Opening = {},
): Promise<Connection> {
  const connection = await connectDatabase(agency, uri, opening);
  try {
    if (!connection.db) throw new Error('the connection has no database');
    await migrate(connection.db, naming);
    await makeIndexes(connection.db, Object.values(agencyModels(connection)));
    return connection;
  } catch (error) {
    await connection.close();
    const problem = databaseProblem(error);
    if (problem !== undefined) throw refusalOf(agency, problem, opening);
    if (!isPassing(error)) throw error;
    const name = error instanceof mongoose.mongo.MongoServerError && error.codeName;
    throw refusalOf(agency, `the database cannot be written to now${name ? ` (${name})` : ''}`, opening);
  }
}

/** The time that a probe of readiness gets: those that look after processes ask often, and give up early. */
const readyWithin = 1_000;

/** Tells whether the database answers now, within a second, whatever it does. */
export async function databaseAnswers(connection: Connection): Promise<boolean> {
  const signal = timeoutSignal(readyWithin);
  const late = new Promise<false>((resolve) => {
    signal.addEventListener('abort', () => resolve(false), { once: true });
  });
  const answer = async () => {
    await connection.db?.command({ ping: 1 }, { signal });
    return connection.db !== undefined;
  };
  return Promise.race([answer().catch(() => false), late]);
}
