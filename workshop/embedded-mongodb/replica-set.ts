import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { REPLICA_SET } from './launch.ts';

const ALREADY_INITIALIZED = 23;
/** ConfigurationInProgress, NotYetInitialized, PrimarySteppedDown, NotWritablePrimary, InterruptedDueToReplStateChange. */
const PASSING_CODES = [109, 94, 189, 10107, 11602];
/** A server asks the program that has its former port whether that is itself, and waits 30 s for one that says nothing. */
const TO_BE_PRIMARY_MS = 60_000;

interface Configuration {
  _id: string;
  version: number;
  members: { _id: number; host: string }[];
  settings?: Record<string, unknown>;
}

/** The address of a server, for clients that must not ask it who else belongs to its replica set. */
export const directUri = (port: number): string =>
  `mongodb://127.0.0.1:${port}/?directConnection=true&journal=true`;

/**
 * Makes a server the primary of a replica set of which it is the only member. The set remembers the port of an earlier run,
 * which may be another program's today, so its configuration is forced to the present one.
 */
export async function becomePrimary(port: number): Promise<void> {
  const client = await MongoClient.connect(directUri(port), { serverSelectionTimeoutMS: TO_BE_PRIMARY_MS });
  try {
    for (const end = Date.now() + TO_BE_PRIMARY_MS; ; await sleep(20)) {
      try {
        await configure(client, `127.0.0.1:${port}`);
        const { isWritablePrimary } = await client.db('admin').command({ hello: 1 });
        if (isWritablePrimary === true) return;
      } catch (error) {
        if (!passes(error) || Date.now() > end) throw error;
      }
      if (Date.now() > end) {
        throw new Error(`it did not become primary within ${TO_BE_PRIMARY_MS / 1_000} s`);
      }
    }
  } finally {
    await client.close();
  }
}

async function configure(client: MongoClient, host: string): Promise<void> {
  const admin = client.db('admin');
  const members = [{ _id: 0, host }];
  const kept = await client.db('local').collection<Configuration>('system.replset').findOne();
  if (kept === null) {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } }).catch((error) => {
      if (error.code !== ALREADY_INITIALIZED) throw error;
    });
  } else if (kept.members.some((member) => member.host !== host)) {
    await admin.command({ replSetReconfig: { ...kept, version: kept.version + 1, members }, force: true });
  }
}

/** A server that changes its state closes connections and turns commands away for a moment. */
const passes = (error: unknown): boolean => {
  const { name, code } = error as { name?: string; code?: number };
  return name === 'MongoNetworkError' || (code !== undefined && PASSING_CODES.includes(code));
};
