/**
 * `npm run bench:warnings [-- --rounds 3 --tokens 1000000 --writes 500 --alerts 100 --rhythm 2000 --imported 5000]`: two-key tokens a second of one core, step by step and in batches
 * of 4 and 64, against HMAC tokens of the same identifiers; the longest time in which the event loop does nothing else while batches are worked
 * on, in a thread and without one; comparisons a second among so many tokens on a MongoDB server, against those among a hundred thousand; and the
 * write of a dossier, against one that lists no identifiers; and identifiers followed up a second, fifty in a transaction against one. Steps are counted by the time of the processor and not of the clock, which
 * other work on the machine takes its part of. At last the time from the write of a value at one agency to the alert at both, of two subgraphs over
 * servers of their own, with nothing that waits and behind an import: exit code 1 where the goal is missed. `--only curve`, `database` or `alerts` does
 * one part.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { matchKeySet, newMatchKey } from '../../commands/keys/match-key-set.ts';
import { openAgency } from '../../subgraphs/agency/agency.ts';
import { readMatchKeys, tokenOf } from '../../subgraphs/agency/matching/tokens.ts';
import type { Indicator } from '../../subgraphs/agency/matching/two-key/indicator.ts';
import { belarus } from '../../subgraphs/belarus/definition.ts';
import { streamOf } from '../demo-data/chance/random.ts';
import { phoneNumber } from '../demo-data/invented/phone-number.ts';
import { demoNaming } from '../demo-data/naming/demo-naming.ts';
import { choiceOf } from '../embedded-mongodb/find-mongod.ts';
import { startEmbeddedMongoDb } from '../embedded-mongodb/start.ts';
import { benchKeys } from './stacks/bench-keys.ts';
import { alertWaits } from './warnings/alert-waits.ts';
import { blockedBy, type LongestTurn, type Way } from './warnings/blocked-by.ts';
import { type Comparisons, compareMany, tellTokens } from './warnings/comparisons.ts';
import { writeDossiers } from './warnings/dossier-writes.ts';
import { followUp } from './warnings/follow-up.ts';
import { stepTimes } from './warnings/step-times.ts';
import { tellAlertWaits } from './warnings/tell-alert-waits.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    tokens: { type: 'string', default: '1000000' },
    writes: { type: 'string', default: '500' },
    alerts: { type: 'string', default: '100' },
    rhythm: { type: 'string', default: '2000' },
    imported: { type: 'string', default: '5000' },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(values.rounds);
const tokens = Number(values.tokens);
const fewTokens = 100_000;
const comparisons = 6_000;
const turns = 10;
const sizes = [4, 64] as const;
/** Changes that one transaction takes in: each by itself, and as it is done. */
const together = [1, 50] as const;
const followed = { turns: 5, count: 500 } as const;

const print = (line = '') => process.stdout.write(`${line}\n`);
const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const inDatabase = (uri: string, name: string): string =>
  Object.assign(new URL(uri), { pathname: `/${name}` }).href;
const perSecond = (milliseconds: number) => Math.round(1_000 / milliseconds).toLocaleString('en');

const random = streamOf('bench warnings');
const phones = Array.from({ length: 128 }, (): Indicator => ({ kind: 'PHONE', value: phoneNumber(random) }));

/** Milliseconds of processor time for one HMAC token. */
function hmacTime(): number {
  const { current } = readMatchKeys(matchKeySet([newMatchKey()]));
  const count = 50_000;
  const from = process.cpuUsage();
  for (let index = 0; index < count; index++) tokenOf(current, 'bench', `PHONE ${index}`);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / count;
}

async function curveFigures(): Promise<void> {
  // What V8 compiles first would be counted to the first size.
  stepTimes(phones, 4);
  print('tokens a second of a core      blind   evaluate     finish   all of one');
  const whole: number[] = [];
  for (const size of sizes) {
    const times = Array.from({ length: rounds }, () => stepTimes(phones, size));
    const [blind, evaluate, finish] = (['blind', 'evaluate', 'finish'] as const).map((step) =>
      median(times.map((each) => each[step])),
    ) as [number, number, number];
    whole.push(blind + evaluate + finish);
    const columns = [blind, evaluate, finish, blind + evaluate + finish].map((time) =>
      perSecond(time).padStart(11),
    );
    print(`in batches of ${String(size).padStart(2)}        ${columns.join('')}`);
  }
  const hmac = median(Array.from({ length: rounds }, hmacTime));
  const [small = 0, large = 0] = whole;
  print(`HMAC tokens of the same                                        ${perSecond(hmac).padStart(11)}`);
  print(
    `ratio, HMAC to two-key         ${(large / hmac).toFixed(0)}; batches of 64 to batches of 4: ${(small / large).toFixed(2)}`,
  );

  print();
  print('longest turn of the event loop, ms         by the processor   by the clock');
  const ways = ['idle', 'thread', 'alone'] as const;
  const turns = new Map<Way, LongestTurn[]>(ways.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++)
    for (const way of ways) turns.get(way)?.push(await blockedBy(way, phones.slice(0, 64)));
  const longest = (way: Way, by: keyof LongestTurn) => median((turns.get(way) ?? []).map((turn) => turn[by]));
  const named = {
    idle: 'nothing to do',
    thread: 'a batch of 64 in a thread',
    alone: 'a batch of 64 without one',
  };
  for (const way of ways) {
    const [processor, clock] = [longest(way, 'byProcessor'), longest(way, 'byClock')];
    print(`${named[way].padEnd(43)}${processor.toFixed(1).padStart(16)}${clock.toFixed(1).padStart(15)}`);
  }
  const [without, within] = [longest('alone', 'byProcessor'), longest('thread', 'byProcessor')];
  print(`ratio by the processor, without to with ${(without / within).toFixed(0)}; goal with: at most 5 ms`);
}

/** Lines of what a server does: comparisons among few tokens and many, and writes of dossiers with the list of identifiers and without. */
async function databaseFigures(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const server = await startEmbeddedMongoDb({
    dataDirectory: join(directory, 'database'),
    choice: choiceOf(process.env),
    report: (line) => void process.stderr.write(`${line}\n`),
  });
  try {
    const stores = [];
    for (const count of [fewTokens, tokens]) {
      const uri = inDatabase(server.uri, `told_${count}`);
      const agency = await openAgency(belarus, { uri }, { matchKeys: benchKeys(), naming: demoNaming });
      stores.push({ count, agency, some: await tellTokens(agency, count), times: [] as Comparisons[] });
    }
    // In turns, since other work on the machine comes and goes.
    for (let turn = 0; turn < turns; turn++)
      for (const { agency, some, times } of stores)
        times.push(await compareMany(agency, some, comparisons / turns));
    print();
    print('comparisons with tokens that were told   a second   found   keys examined   documents');
    const rates = stores.map(({ times }) => median(times.map((each) => each.perSecond)));
    for (const [place, { count, agency, times }] of stores.entries()) {
      const found = times.reduce((sum, each) => sum + each.found, 0);
      const most = (of: 'keys' | 'documents') => Math.max(...times.map((each) => each[of]));
      const columns = [Math.round(rates[place] ?? 0), found, most('keys'), most('documents')];
      const [rate = '', ...others] = columns.map((each) => each.toLocaleString('en'));
      print(
        `among ${count.toLocaleString('en').padStart(10)}${rate.padStart(33)}${(others[0] ?? '').padStart(8)}${(others[1] ?? '').padStart(16)}${(others[2] ?? '').padStart(12)}`,
      );
      await agency.close();
    }
    const [few = 0, many = 0] = rates;
    print(
      `of ${comparisons.toLocaleString('en')} each, in ${turns} turns; ratio, many to few ${(many / few).toFixed(2)}`,
    );

    const agency = await openAgency(
      belarus,
      { uri: inDatabase(server.uri, 'written') },
      { matchKeys: benchKeys(), naming: demoNaming },
    );
    const times = await writeDossiers(agency, Number(values.writes));
    await agency.close();
    const [listing, plain] = [median(times.with), median(times.without)];
    print();
    print('write of a dossier, ms at the median');
    print(`with early warnings ${listing.toFixed(1).padStart(16)}`);
    print(`without them        ${plain.toFixed(1).padStart(16)}`);
    print(`ratio               ${(listing / plain).toFixed(2).padStart(16)}`);

    const loaded = await openAgency(
      belarus,
      { uri: inDatabase(server.uri, 'loaded') },
      { matchKeys: benchKeys(), naming: demoNaming },
    );
    const [single = 0, batched = 0] = (await followUp(loaded, together, followed)).map(median);
    await loaded.close();
    print();
    print('identifiers of dossiers that are followed up, a second');
    print(`each in a transaction of its own ${perSecond(1_000 / single).padStart(8)}`);
    print(`fifty in one                     ${perSecond(1_000 / batched).padStart(8)}`);
    print(`ratio                            ${(batched / single).toFixed(2).padStart(8)}`);
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Lines of how long it takes until both agencies have an alert. */
async function alertFigures(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
  const given = { rhythm: Number(values.rhythm), imported: Number(values.imported) };
  try {
    const report = (line: string) => void process.stderr.write(`${line}\n`);
    const waits = await alertWaits({ directory, ...given, values: Number(values.alerts), report });
    print();
    if (!tellAlertWaits(waits, given, print)) process.exitCode = 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const parts = { curve: curveFigures, database: databaseFigures, alerts: alertFigures };
for (const [part, figures] of Object.entries(parts))
  if (values.only === '' || values.only === part) await figures();
