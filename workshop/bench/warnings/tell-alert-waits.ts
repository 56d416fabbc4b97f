import { percentile } from '../profile/latencies.ts';
import type { AlertWait, AlertWaits } from './alert-waits.ts';

/** Rounds, and seconds beside them, within which both agencies are to have an alert where nothing waits. */
const goal = { rounds: 3, seconds: 5 } as const;

const both = ({ here, there }: AlertWait): number => Math.max(here, there);
const slowest = (waits: readonly AlertWait[]): AlertWait =>
  [...waits].sort((one, other) => both(other) - both(one))[0] as AlertWait;

/** The seconds that each part of a wait took, longest first. */
function partsOf({ here, there, stages }: AlertWait): string {
  const { followedUp, sent, evaluated, told } = stages;
  const parts: [string, number][] = [
    ['to be followed up', followedUp],
    ['for its round', sent - followedUp],
    ['for its evaluation', evaluated - sent],
    ['for the round that tells it', told - evaluated],
    ['from there to the other’s alert', there - told],
    ['from its evaluation to the own alert', here - evaluated],
  ];
  return parts
    .sort(([, one], [, other]) => other - one)
    .map(([part, seconds]) => `${seconds.toFixed(1)} s ${part}`)
    .join(', ');
}

/**
 * Prints the waits in seconds and in rounds, and where the longest are. @returns whether the goal is met
 * @param rhythm milliseconds from one round to the next
 */
export function tellAlertWaits(
  { alone, behind }: AlertWaits,
  { rhythm, imported }: { rhythm: number; imported: number },
  print: (line: string) => void,
): boolean {
  const seconds = rhythm / 1_000;
  const ways: [string, AlertWait[]][] = [
    ['with nothing waiting', alone],
    [`behind an import of ${imported.toLocaleString('en')}`, behind],
  ];
  const sides: [string, (wait: AlertWait) => number][] = [
    ['where it was written', ({ here }) => here],
    ['at the other', ({ there }) => there],
    ['at both', both],
  ];
  const heads = [
    'p50 s'.padStart(6),
    'p99 s'.padStart(8),
    'p50 rounds'.padStart(13),
    'p99 rounds'.padStart(13),
  ];
  print(`${'from the write of a value to the alert'.padEnd(48)}${heads.join('')}`);
  for (const [way, waits] of ways)
    for (const [side, of] of sides) {
      const [p50, p99] = [0.5, 0.99].map((share) => percentile(waits.map(of), share)) as [number, number];
      const columns = [
        p50.toFixed(1).padStart(6),
        p99.toFixed(1).padStart(8),
        (p50 / seconds).toFixed(2).padStart(13),
        (p99 / seconds).toFixed(2).padStart(13),
      ];
      print(`${way.padEnd(26)}${side.padEnd(22)}${columns.join('')}`);
    }
  const [p99, p99Behind] = [alone, behind].map((waits) => percentile(waits.map(both), 0.99)) as [
    number,
    number,
  ];
  print(
    `${alone.length} values each way, rounds every ${seconds.toFixed(1)} s; ratio of the p99 at both, behind an import to nothing waiting ${(p99Behind / p99).toFixed(2)}`,
  );
  for (const [way, waits] of ways) print(`the slowest ${way}: ${partsOf(slowest(waits))}`);
  const most = goal.rounds * seconds + goal.seconds;
  const isMet = p99 <= most;
  print(
    `goal at both with nothing waiting: p99 at most ${goal.rounds} rounds + ${goal.seconds} s, ${most.toFixed(1)} s: ${p99.toFixed(1)} s${isMet ? '' : ` — MISSED; it waited ${partsOf(slowest(alone))}`}`,
  );
  return isMet;
}
