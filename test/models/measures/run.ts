/**
 * `npm run model:measures [-- --plans N] [--first SEED] [--real]`: has two agencies compare 100,000 random plans, or as many as are named, over a channel that
 * loses, doubles and holds, with processes that end anywhere, and judges what they find by who sees both sides. The last 200 of them are compared on the real
 * curve; `--real` has all. The last line counts; the exit code is 1 when anything is wrong, or nothing was tried.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { choiceOf } from '../../../workshop/embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../../../workshop/embedded-mongodb/start.ts';
import { newDatabaseDirectory } from '../../support/database-directory.ts';
import { type Counts, lineOf, live } from './live.ts';

const { values } = parseArgs({
  options: {
    plans: { type: 'string' },
    first: { type: 'string' },
    real: { type: 'boolean', default: false },
  },
});
const plans = Number(values.plans ?? 100_000);
const seed = Number(values.first ?? 1);
/** Plans that are compared on the real curve: a batch takes a twentieth of a second of it, twice. */
const mostReal = 200;
/** The plans of one pair of databases, which get slower as they fill, as its process does, and the number of pairs at work at once. */
const inOneWorld = 2_500;
const besideEachOther = 3;

const directory = newDatabaseDirectory('concord-measures-');
const server = await startEmbeddedMongoDb({
  dataDirectory: directory,
  choice: choiceOf(process.env),
  report: (line) => process.stderr.write(`${line}\n`),
});
process.env.MONGODB_TEST_URI = server.uri;

const sumOf = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    Object.entries(one).map(([name, count]) => [name, count + other[name as keyof Counts]]),
  ) as unknown as Counts;

const world = fileURLToPath(new URL('world.ts', import.meta.url));

/** Has a process of its own live through so many plans. */
async function liveIn(size: number, worldSeed: number): Promise<Counts> {
  const command = ['--import', 'tsx', world, `${size}`, `${worldSeed}`];
  // What is wrong is told however much it is.
  const counted = await promisify(execFile)(process.execPath, command, {
    maxBuffer: Number.MAX_SAFE_INTEGER,
  });
  process.stderr.write(counted.stderr);
  return JSON.parse(counted.stdout) as Counts;
}

/** Splits so many plans among pairs of databases, each empty at first. */
async function liveApart(all: number): Promise<Counts[]> {
  const worlds = Array.from({ length: Math.ceil(all / inOneWorld) }, (_, place) => place);
  const lived: Counts[] = [];
  const next = async (): Promise<void> => {
    for (let place = worlds.shift(); place !== undefined; place = worlds.shift()) {
      const size = Math.min(inOneWorld, all - place * inOneWorld);
      lived.push(await liveIn(size, seed + 1_000 + place));
      process.stderr.write(`so far: ${lineOf(lived.reduce(sumOf)).line}\n`);
    }
  };
  await Promise.all(Array.from({ length: besideEachOther }, next));
  return lived;
}

try {
  const real = values.real ? plans : Math.min(plans, mostReal);
  const onCurve = await live({ plans: real, seed: seed + 1, together: 200, isReal: true });
  const counts = (plans > real ? await liveApart(plans - real) : []).reduce(sumOf, onCurve);
  process.stdout.write(`${JSON.stringify({ ...counts, real })}\n`);
  const { line, isGood } = lineOf(counts);
  process.stdout.write(`${line}\n`);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
