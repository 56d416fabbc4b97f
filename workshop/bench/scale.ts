/**
 * `npm run bench:scale [-- --small --data DIRECTORY --seconds 2 --rounds 3]`: the profile, a list of 10, 50 and 100, a search and the candidates of a
 * dossier over real databases of 300, 10,000 and 100,000 dossiers an agency, and the plans of 2, 10 and 30 agencies. The databases
 * take turns. It prints requests a second and commands of the databases for each, and where a goal is missed; then it ends with 1. The
 * last line has the figures as JSON. `--small` is a quick look: 300 and 1,000 dossiers, 2 agencies. `--data` keeps the databases in a
 * directory for the next run, which fills none again.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Agency } from '../../terms/agencies.ts';
import { cacheVariable } from '../embedded-mongodb/cache-of.ts';
import { type Databases, openDatabases } from '../scripts/development/databases.ts';
import { developmentMatchKeys } from '../scripts/development/keys.ts';
import { demandNoErrors, type Measured, measure, median } from './profile/measure.ts';
import { CommandCount } from './scale/count-commands.ts';
import { countCompared } from './scale/count-compared.ts';
import { fill, type Sample } from './scale/fill.ts';
import { type Figures, tellGoals } from './scale/goals.ts';
import { type OperationName, operationsOver } from './scale/operations.ts';
import { type Stack, startStack } from './stacks/start-stack.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    data: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const sizes = values.small ? [300, 1_000] : [300, 10_000, 100_000];
const counts = values.small ? '2' : '2,10,30';
/** Enough for the largest database, as the servers of an agency have; with less, its writes wait for the disk. */
const cache = process.env[cacheVariable] ?? '4';
const seconds = Number(values.seconds ?? (values.small ? 1 : 2));
const rounds = Number(values.rounds ?? (values.small ? 1 : 3));

/** A database's own name for each size, on the servers of both agencies. */
const sized = (uris: Record<Agency, string>, size: number) =>
  Object.fromEntries(
    Object.entries(uris).map(([agency, uri]) => {
      const url = new URL(uri);
      url.pathname += `_${size}`;
      return [agency, url.href];
    }),
  ) as Record<Agency, string>;

interface Sized {
  size: number;
  stack: Stack;
  operations: Awaited<ReturnType<typeof operationsOver>>;
  /** Dossiers with which one is compared that is asked for its candidates. */
  compared: number;
}

async function startSized(directory: string, { uris }: Databases, size: number): Promise<Sized> {
  const own = sized(uris, size);
  const kept = join(directory, `sample-${size}.json`);
  if (!existsSync(kept)) {
    const from = performance.now();
    writeFileSync(kept, JSON.stringify(await fill(own, size, developmentMatchKeys(directory))));
    print(`${size} dossiers an agency written in ${((performance.now() - from) / 1_000).toFixed(0)} s`);
  }
  const sample: Sample = JSON.parse(readFileSync(kept, 'utf8'));
  const ids = sample.alone.map(({ id }) => id);
  const compared = await countCompared(own, ids, developmentMatchKeys(directory));
  const stack = await startStack('ours', directory, own, { SUBGRAPH_DEADLINE_MS: '60000' });
  return { size, stack, operations: await operationsOver(directory, sample), compared };
}

/** One operation over every database in turn. */
async function measured(
  name: OperationName,
  all: readonly Sized[],
  commands: CommandCount,
): Promise<{ requestsPerSecond: number; commands: number; p50: number }[]> {
  const results = all.map(() => [] as (Measured & { commands: number })[]);
  for (let round = -1; round < rounds; round += 1)
    for (const [index, { stack, operations }] of all.entries()) {
      const questions = operations.get(name) ?? [];
      // Commands of the seconds that do not count are not counted either.
      await measure(stack, questions, 0.2, { before: round < 0 ? seconds : 0.2, demand: demandNoErrors });
      const before = await commands.now();
      const one = await measure(stack, questions, seconds, { before: 0, demand: demandNoErrors });
      const used = (await commands.now()) - before;
      if (round >= 0) results[index]?.push({ ...one, commands: used / one.requests });
    }
  return results.map((each) => ({
    requestsPerSecond: median(each.map(({ requestsPerSecond }) => requestsPerSecond)),
    commands: median(each.map((one) => one.commands)),
    p50: median(each.map(({ p50 }) => p50)),
  }));
}

function printRow(
  name: OperationName,
  figures: readonly { requestsPerSecond: number; commands: number; p50: number }[],
): void {
  const each = figures.map(
    ({ requestsPerSecond, commands, p50 }) =>
      `${requestsPerSecond.toFixed(0).padStart(7)}/s ${commands.toFixed(1).padStart(5)} ${p50.toFixed(1).padStart(7)} ms`,
  );
  print(`${name.padEnd(12)} ${each.join('   ')}`);
}

const directory = values.data ? resolve(values.data) : mkdtempSync(join(tmpdir(), 'concord-bench-'));
mkdirSync(directory, { recursive: true });
const databases = await openDatabases(directory, { ...process.env, [cacheVariable]: cache }, print);
const all: Sized[] = [];
const figures: Figures = new Map();
try {
  for (const size of sizes) all.push(await startSized(directory, databases, size));
  const commands = new CommandCount(Object.values(databases.uris));
  try {
    print(
      `\nmedians of ${rounds} rounds of ${seconds} s, 16 connections: requests, database commands a request, p50`,
    );
    print(`${''.padEnd(12)} ${sizes.map((size) => `${size} dossiers an agency`.padStart(25)).join('   ')}`);
    for (const name of all[0]?.operations.keys() ?? []) {
      const found = await measured(name, all, commands);
      printRow(name, found);
      if (name === 'candidates')
        print(`each compared with ${all.map(({ compared }) => compared.toFixed(0)).join(', ')} dossiers`);
      figures.set(name, new Map(found.map((one, index) => [sizes[index] ?? 0, one])));
    }
  } finally {
    await commands.close();
  }
} finally {
  await Promise.all(all.map(({ stack }) => stack.stop()));
  await databases.stop();
  if (!values.data) rmSync(directory, { recursive: true, force: true });
}
const missed = tellGoals(figures, sizes, print);

print(`\nplans of ${counts} agencies (npm run bench:agencies)`);
const agencies = spawnSync(
  process.execPath,
  [...process.execArgv, join(import.meta.dirname, 'agencies.ts'), '--counts', counts],
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
);
const lines = agencies.stdout.trimEnd().split('\n');
for (const line of lines.slice(0, -1)) print(line);
print(
  JSON.stringify({
    operations: Object.fromEntries([...figures].map(([name, bySize]) => [name, Object.fromEntries(bySize)])),
    agencies: JSON.parse(lines.at(-1) ?? 'null'),
    missed,
  }),
);
if (missed.length > 0) process.exitCode = 1;
