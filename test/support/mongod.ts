import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { mongo } from 'mongoose';
import { choiceOf, findMongod } from '../../workshop/embedded-mongodb/find-mongod.ts';
import { newDatabaseDirectory } from './database-directory.ts';
import { atEndOfFile } from './end-of-file.ts';
import { freePort } from './end-to-end/stack.ts';
import { until } from './end-to-end/until.ts';

/** A real mongod of a test's own, with options that the one of all tests does not have. */
export interface Mongod {
  port: number;
  /** A connection string for a database on it; `credentials` are a name and a password, `options` follow the `?`. */
  uri(database: string, options?: string, credentials?: string): string;
}

/** Starts it over an empty directory; it is stopped after the last test of the file. */
export async function startMongod(...options: string[]): Promise<Mongod> {
  const { binary } = await findMongod({ choice: choiceOf(process.env), report: () => undefined });
  const directory = newDatabaseDirectory('concord-mongod-');
  const port = await freePort();
  const place = ['--dbpath', directory, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const child = spawn(binary, [...place, '--wiredTigerCacheSizeGB', '0.25', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  atEndOfFile(async () => {
    process.off('exit', kill);
    kill();
    await exited;
    await rm(directory, { recursive: true, force: true });
  });
  let said = '';
  const listening = new Promise<void>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
      if (said.includes('Waiting for connections')) resolve();
    });
  });
  const ended = exited.then(() => Promise.reject(new Error(`mongod ended at once: ${said.slice(-2_000)}`)));
  ended.catch(() => undefined);
  await Promise.race([listening, ended]);
  return {
    port,
    uri: (database, given = '', credentials) =>
      `mongodb://${credentials ? `${credentials}@` : ''}127.0.0.1:${port}/${database}?${given}`,
  };
}

/** The name of the sets that `initiate` makes. */
export const setName = 'records';

/**
 * Makes a mongod that was started with `--replSet records` the primary of a replica set of its own.
 * @param options of a connection string, as its users need them
 */
export async function initiate(mongod: Mongod, options = ''): Promise<void> {
  const client = await mongo.MongoClient.connect(mongod.uri('admin', `directConnection=true&${options}`));
  try {
    const admin = client.db('admin');
    const members = [{ _id: 0, host: `127.0.0.1:${mongod.port}` }];
    await admin.command({ replSetInitiate: { _id: setName, members } });
    await until(async () => (await admin.command({ hello: 1 })).isWritablePrimary === true, 60_000);
  } finally {
    await client.close();
  }
}
