/**
 * `npm run bench:scale [-- --small --data DIRECTORY --seconds 2 --rounds 3 --sizes 10000,30000 --operations search,candidates]`: the
 * profile, a list of 10, 50 and 100, a search and the candidates of a dossier over real databases of 300, 10,000 and 100,000 dossiers an
 * agency, and the plans of 2, 10 and 30 agencies. The databases take turns. Search and candidates are asked of a second population as
 * well, of as many surnames as dossiers, at the two largest sizes; in the first, the names are those of a thousand persons.
 *
 * It prints requests a second, commands of the databases, and processor time of our own processes for each, and where a goal is missed;
 * then it ends with 1. The last line has the figures as JSON. `--small` is a quick look: 300 and 1,000 dossiers, 2 agencies. `--data`
 * keeps the databases in a directory for the next run, which fills none again. `--sizes` and `--operations` ask for some; then no plans are made.
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
import { type Population, populations } from './scale/more-dossiers.ts';
import { type OperationName, operationsOver } from './scale/operations.ts';
import { type Stack, startStack } from './stacks/start-stack.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    data: { type: 'string' },
    seconds: { type: 'string' },
    rounds: { type: 'string' },
    sizes: { type: 'string' },
    operations: { type: 'string' },
  },
});
const isPart = values.sizes !== undefined || values.operations !== undefined;
const allSizes =
  values.sizes?.split(',').map(Number) ?? (values.small ? [300, 1_000] : [300, 10_000, 100_000]);
/** The operations whose cost grows with the names: both populations are asked them. */
const ofNames: readonly string[] = ['search', 'candidates'];
const counts = values.small ? '2' : '2,10,30';
/** Enough for the largest database, as the servers of an agency have; with less, its writes wait for the disk. */
const cache = process.env[cacheVariable] ?? '4';
const seconds = Number(values.seconds ?? (values.small ? 1 : 2));
const rounds = Number(values.rounds ?? (values.small ? 1 : 3));

/** A database's own name for each size and population, on the servers of both agencies. */
const named = (uris: Record<Agency, string>, name: string) =>
  Object.fromEntries(
    Object.entries(uris).map(([agency, uri]) => {
      const url = new URL(uri);
      url.pathname += `_${name}`;
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

async function startSized(
  directory: string,
  { uris }: Databases,
  size: number,
  population: Population,
): Promise<Sized> {
  const name = population === 'namesakes' ? `${size}` : `${size}_${population}`;
  const own = named(uris, name);
  const kept = join(directory, `sample-${name}.json`);
  if (!existsSync(kept)) {
    const from = performance.now();
    writeFileSync(
      kept,
      JSON.stringify(await fill(own, { size, population }, developmentMatchKeys(directory))),
    );
    print(
      `${size} dossiers an agency (${population}) written in ${((performance.now() - from) / 1_000).toFixed(0)} s`,
    );
  }
  const sample: Sample = JSON.parse(readFileSync(kept, 'utf8'));
  const ids = sample.alone.map(({ id }) => id);
  const compared = await countCompared(own, ids, developmentMatchKeys(directory));
  const stack = await startStack('ours', directory, own, { SUBGRAPH_DEADLINE_MS: '60000' });
  return { size, stack, operations: await operationsOver(directory, sample), compared };
}

interface Figure {
  requestsPerSecond: number;
  commands: number;
  p50: number;
  /** Milliseconds of our own processes' time a request. */
  processor: number;
}

/** The first seconds of an operation on each stack, in which V8 compiles what is run, and of each turn after others'. They do not count. */
const secondsUntilWarm = { first: 8, again: 1 };

/** One operation over every database in turn. */
async function measured(
  name: OperationName,
  all: readonly Sized[],
  commands: CommandCount,
): Promise<Figure[]> {
  const results = all.map(() => [] as (Measured & { commands: number })[]);
  for (let round = -1; round < rounds; round += 1)
    for (const [index, { stack, operations }] of all.entries()) {
      const questions = operations.get(name) ?? [];
      // Commands of the seconds that do not count are not counted either.
      const before = round < 0 ? secondsUntilWarm.first : secondsUntilWarm.again;
      await measure(stack, questions, 0.2, { before, demand: demandNoErrors });
      const sent = await commands.now();
      const one = await measure(stack, questions, seconds, { before: 0, demand: demandNoErrors });
      const used = (await commands.now()) - sent;
      if (round >= 0) results[index]?.push({ ...one, commands: used / one.requests });
    }
  return results.map((each) => ({
    requestsPerSecond: median(each.map(({ requestsPerSecond }) => requestsPerSecond)),
    commands: median(each.map((one) => one.commands)),
    p50: median(each.map(({ p50 }) => p50)),
    processor: median(each.map(({ processor }) => [...processor.values()].reduce((sum, used) => sum + used))),
  }));
}

function printRow(name: OperationName, figures: readonly Figure[]): void {
  const each = figures.map(
    ({ requestsPerSecond, commands, p50, processor }) =>
      `${requestsPerSecond.toFixed(0).padStart(5)}/s ${commands.toFixed(1).padStart(5)} ${p50.toFixed(1).padStart(7)} ms ${processor.toFixed(1).padStart(7)} ms`,
  );
  print(`${name.padEnd(12)} ${each.join('   ')}`);
}

/** Asks the operations of one population, of each of its sizes in turn. */
async function figuresOf(
  population: Population,
  sizes: readonly number[],
  isAsked: (name: OperationName) => boolean,
): Promise<Figures> {
  const all: Sized[] = [];
  const figures: Figures = new Map();
  try {
    for (const size of sizes) all.push(await startSized(directory, databases, size, population));
    const commands = new CommandCount(Object.values(databases.uris));
    try {
      print(
        `\n${population}: medians of ${rounds} rounds of ${seconds} s, 16 connections: requests, database commands a request, p50, processor time a request`,
      );
      print(`${''.padEnd(12)} ${sizes.map((size) => `${size} dossiers an agency`.padStart(34)).join('   ')}`);
      for (const name of [...(all[0]?.operations.keys() ?? [])].filter(isAsked)) {
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
  }
  return figures;
}

const directory = values.data ? resolve(values.data) : mkdtempSync(join(tmpdir(), 'concord-bench-'));
mkdirSync(directory, { recursive: true });
const databases = await openDatabases(directory, { ...process.env, [cacheVariable]: cache }, print);
const byPopulation = new Map<Population, Figures>();
const missed: string[] = [];
const asked = values.operations?.split(',');
try {
  for (const population of populations) {
    // Only what grows with names differs in the second one, and its growth shows between two sizes.
    const isOfAll = population === 'namesakes';
    const sizes = isOfAll ? allSizes : allSizes.slice(-2);
    const isAsked = (name: string) => asked?.includes(name) ?? (isOfAll || ofNames.includes(name));
    const figures = await figuresOf(population, sizes, isAsked);
    byPopulation.set(population, figures);
    missed.push(...tellGoals(figures, sizes, print).map((goal) => `${population}: ${goal}`));
  }
} finally {
  await databases.stop();
  if (!values.data) rmSync(directory, { recursive: true, force: true });
}

/** The plans of ever more agencies, as a benchmark of their own has them. */
function plansOfAgencies(): unknown {
  print(`\nplans of ${counts} agencies (npm run bench:agencies)`);
  const agencies = spawnSync(
    process.execPath,
    [...process.execArgv, join(import.meta.dirname, 'agencies.ts'), '--counts', counts],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = agencies.stdout.trimEnd().split('\n');
  for (const line of lines.slice(0, -1)) print(line);
  return JSON.parse(lines.at(-1) ?? 'null');
}

const operations = Object.fromEntries(
  [...byPopulation].map(([population, figures]) => [
    population,
    Object.fromEntries([...figures].map(([name, bySize]) => [name, Object.fromEntries(bySize)])),
  ]),
);
print(JSON.stringify({ operations, agencies: isPart ? null : plansOfAgencies(), missed }));
if (missed.length > 0) process.exitCode = 1;
