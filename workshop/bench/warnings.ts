/**
 * `npm run bench:warnings [-- --rounds 3]`: two-key tokens a second of one core, step by step and in batches of 4 and 64, against HMAC
 * tokens of the same identifiers; and the longest time in which the event loop does nothing else while batches are worked on, in
 * a thread and without one. Steps are counted by the time of the processor and not of the clock, which other work on the machine
 * takes its part of.
 */
import { parseArgs } from 'node:util';
import { matchKeySet, newMatchKey } from '../../commands/keys/match-key-set.ts';
import { readMatchKeys, tokenOf } from '../../subgraphs/agency/matching/tokens.ts';
import type { Indicator } from '../../subgraphs/agency/matching/two-key/indicator.ts';
import { streamOf } from '../demo-data/chance/random.ts';
import { phoneNumber } from '../demo-data/invented/phone-number.ts';
import { blockedBy, type LongestTurn, type Way } from './warnings/blocked-by.ts';
import { stepTimes } from './warnings/step-times.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
const rounds = Number(values.rounds);
const sizes = [4, 64] as const;

const print = (line = '') => process.stdout.write(`${line}\n`);
const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
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
