import { rm } from 'node:fs/promises';
import { cacheVariable } from '../../workshop/embedded-mongodb/cache-of.ts';
import { choiceOf } from '../../workshop/embedded-mongodb/find-mongod.ts';
import { type EmbeddedMongoDb, startEmbeddedMongoDb } from '../../workshop/embedded-mongodb/start.ts';
import { newDatabaseDirectory } from './database-directory.ts';

let started: { readonly server: EmbeddedMongoDb; readonly directory: string } | undefined;

/** One server for the whole run: the one that MONGODB_TEST_URI names, or a new one of the kind EMBEDDED_MONGODB names. */
export async function startDatabase(): Promise<void> {
  if (process.env.MONGODB_TEST_URI) {
    return;
  }
  const directory = newDatabaseDirectory('concord-test-');
  const server = await startEmbeddedMongoDb({
    dataDirectory: directory,
    choice: choiceOf(process.env),
    // The databases of all test files together, of which one has thousands of dossiers.
    environment: { ...process.env, [cacheVariable]: '2' },
    report: (line) => process.stderr.write(`${line}\n`),
  });
  started = { server, directory };
  // The workers that run the tests are started after this, with this process's environment.
  process.env.MONGODB_TEST_URI = server.uri;
}

/** A server that MONGODB_TEST_URI named is left as it is. */
export async function stopDatabase(): Promise<void> {
  if (started === undefined) return;
  await started.server.stop();
  await rm(started.directory, { recursive: true, force: true });
}
