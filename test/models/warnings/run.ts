/**
 * `npm run model:warnings [-- --each N] [--shared N] [--large]`: plants identifiers at two agencies, 10,000 at each unless told otherwise,
 * and compares them with real curve work on a real server and a virtual clock, under the quota. The last line counts what was found.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { lineOf, live } from './live.ts';

const { values } = parseArgs({
  options: {
    each: { type: 'string' },
    shared: { type: 'string' },
    large: { type: 'boolean', default: false },
  },
});
const each = Number(values.each ?? (values.large ? 100_000 : 10_000));
const shared = Number(values.shared ?? Math.round(each / 20));
const directory = await mkdtemp(join(tmpdir(), 'concord-warnings-'));
const server = await startEmbeddedMongoDb({
  dataDirectory: directory,
  choice: choiceOf(process.env),
  report: (line) => process.stderr.write(`${line}\n`),
});
process.env.MONGODB_TEST_URI = server.uri;
try {
  // Full batches: how many go together changes nothing of what is found, and the quota holds for slots.
  const counts = await live({
    each,
    shared,
    pace: { rhythm: 180_000, slots: 64, quota: 2_000, perDay: 20 },
  });
  process.stdout.write(`${JSON.stringify(counts)}\n`);
  const { line, isGood } = lineOf(counts);
  process.stdout.write(`${line}\n`);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
