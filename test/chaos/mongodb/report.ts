import type { Fault } from './faults/fault.ts';
import type { Window } from './window.ts';

/** A fault as it went. */
export interface Row {
  fault: Pick<Fault, 'name' | 'target'>;
  outcome: { proof: string } | { failure: string };
  window: Window;
}

const seconds = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(1)} s`;

export const codesIn = (refused: ReadonlyMap<string, number>): string =>
  [...refused].map(([code, number]) => `${code} ${number}`).join(', ') || 'none';

/** A fault's line: figures in columns, then what was refused, then the proof. */
export function lineOf({ fault, outcome, window }: Row): string {
  const columns = [
    `${fault.name} ${fault.target}`.padEnd(28),
    String(window.writes).padStart(6),
    String(window.reads).padStart(6),
    seconds(window.longestWithoutWrite).padStart(8),
    seconds(window.longestWithoutRead).padStart(8),
    seconds(window.slowest).padStart(8),
  ];
  const told = 'proof' in outcome ? outcome.proof : `NOT MADE: ${outcome.failure}`;
  return `${columns.join(' ')}  refused: ${codesIn(window.refused)}; ${told}`;
}

export const heading = [
  'fault'.padEnd(28),
  'writes'.padStart(6),
  'reads'.padStart(6),
  'no write'.padStart(8),
  'no read'.padStart(8),
  'slowest'.padStart(8),
].join(' ');

/** The longest time without success of all faults, and which it was. */
export function longestOf(rows: readonly Row[]): string {
  const longest = rows
    .map(({ fault, window }) => ({
      name: `${fault.name} ${fault.target}`,
      time: Math.max(window.longestWithoutWrite, window.longestWithoutRead),
    }))
    .reduce((one, other) => (other.time > one.time ? other : one), { name: 'none', time: 0 });
  return `longest time without success: ${seconds(longest.time)} (${longest.name})`;
}
