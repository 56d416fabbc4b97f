import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { choiceOf } from '../../workshop/embedded-mongodb/find-mongod.ts';
import { type EmbeddedMongoDb, startEmbeddedMongoDb } from '../../workshop/embedded-mongodb/start.ts';

declare global {
  /** Between jest's global setup and teardown, which share a process and nothing else. */
  var concordTestServer: { readonly server: EmbeddedMongoDb; readonly directory: string } | undefined;
}

/** One server for the whole run: the one that MONGODB_TEST_URI names, or a new one of the kind EMBEDDED_MONGODB names. */
// biome-ignore lint/style/noDefaultExport: jest takes a global setup's default export
export default async function startDatabase(): Promise<void> {
  if (process.env.MONGODB_TEST_URI) {
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'concord-test-'));
  const server = await startEmbeddedMongoDb({
    dataDirectory: directory,
    choice: choiceOf(process.env),
    report: (line) => process.stderr.write(`${line}\n`),
  });
  globalThis.concordTestServer = { server, directory };
  // The workers that run the tests are started after this, with this process's environment.
  process.env.MONGODB_TEST_URI = server.uri;
}
