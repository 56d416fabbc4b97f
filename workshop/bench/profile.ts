/**
 * `npm run bench:profile [-- --seconds 2 --rounds 5 --warm 6000]`: the unified profile through this gateway, everything on, against a stock
 * ApolloGateway and Hive Gateway over the same subgraphs, against a plain Apollo stack as tutorials have one build it, and against a raw
 * proxy of the same bytes; with stand-ins for the databases and with the databases. 50 officers ask for 200 persons. All contenders
 * answer with equal data before any is measured, and each answers as many requests (`--warm`) before its first turn: by then V8 has
 * compiled what is run often, as it has in a gateway that has run for a minute. They take turns, so that a change of the machine's
 * speed meets all of them, and the first seconds of a turn do not count; the ratios are of the medians. It takes 20 minutes.
 * The last line has them as JSON, with null for one that could not run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabases } from '../scripts/development/databases.ts';
import { type Contender, type Over, raw, startContenders } from './profile/contenders.ts';
import { limitsCost } from './profile/limits-cost.ts';
import {
  type Measured,
  measure,
  requestsUntilWarm,
  secondsUntilWarmAgain,
  warmUp,
} from './profile/measure.ts';
import { printRows, type Row } from './profile/print-rows.ts';
import { printWhereTimeGoes } from './profile/print-where-time-goes.ts';
import { profileQuestions } from './profile/questions.ts';
import { type Ratios, ratiosOf, tellGoals } from './profile/ratios.ts';
import { keepRecords, linkedDossiers, makeRecords, writeRecords } from './stacks/bench-records.ts';
import type { Stack } from './stacks/start-stack.ts';

const persons = 200;
const print = (line = '') => process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    warm: { type: 'string', default: String(requestsUntilWarm) },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const warm = Number(values.warm);

/** In each round another begins, so that none always follows the same. */
const inTurn = <One>(all: readonly One[], round: number): One[] => [
  ...all.slice(round % all.length),
  ...all.slice(0, round % all.length),
];

function printCold(contenders: readonly Contender[]): void {
  print('cold, each process just started: the first answer, and the next 199 answers');
  for (const { name, cold } of contenders)
    if (cold)
      print(
        `${name.padEnd(36)} ${cold.firstMs.toFixed(0).padStart(7)} ms ${cold.requestsPerSecond.toFixed(0).padStart(7)} a second`,
      );
}

async function compare(title: string, over: Over): Promise<{ ratios: Ratios; rows: Row[] }> {
  const { questions } = over;
  const stacks: Stack[] = [];
  try {
    const contenders = await startContenders(over, (stack) => void stacks.push(stack), print);
    for (const { stack } of contenders) await warmUp(stack, questions, warm);
    const measured = new Map<Contender, Measured[]>(contenders.map((contender) => [contender, []]));
    for (let round = 0; round < rounds; round += 1)
      for (const contender of inTurn(contenders, round))
        measured
          .get(contender)
          ?.push(await measure(contender.stack, questions, seconds, { before: secondsUntilWarmAgain }));
    print(`\n${title}: medians of ${rounds} rounds of ${seconds} s after ${warm} requests, 16 connections`);
    const rows = printRows(measured, print);
    printCold(contenders);
    return { ratios: ratiosOf(rows, raw), rows };
  } finally {
    await Promise.all(stacks.map((stack) => stack.stop()));
  }
}

function printLimits(rows: readonly Row[]): void {
  const cost = limitsCost();
  const ours = rows.find(({ name }) => name === 'ours')?.processor ?? Number.NaN;
  const share = (cost / 1_000 / ours) * 100;
  print(
    `budgets of callers and breakers: ${cost.toFixed(2)} µs of a profile's ${(ours * 1_000).toFixed(0)} µs, ${share.toFixed(2)} %, goal at most 1 %${share <= 1 ? '' : ' — MISSED'}`,
  );
}

const directory = mkdtempSync(join(tmpdir(), 'concord-bench-'));
try {
  const records = makeRecords(persons * 5);
  // On a busy machine an answer takes long, and none is to be cut.
  const settings = { ...keepRecords(directory, records), SUBGRAPH_DEADLINE_MS: '60000' };
  const questions = await profileQuestions(directory, linkedDossiers(records).slice(0, persons));
  const inMemory = await compare('In-memory stand-ins for the databases', { directory, questions, settings });
  printLimits(inMemory.rows);
  const databases = await openDatabases(directory, process.env, print);
  try {
    await writeRecords(records, databases.uris);
    const overDatabases = await compare('Databases', {
      directory,
      questions,
      settings,
      uris: databases.uris,
    });
    const result = { memory: inMemory.ratios, mongodb: overDatabases.ratios };
    if (tellGoals(result, print).length > 0) printWhereTimeGoes(print);
    print(JSON.stringify(result));
  } finally {
    await databases.stop();
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
