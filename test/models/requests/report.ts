import { events } from './history.ts';
import type { Counts } from './live-histories.ts';

/** Those that a history must come through often enough, or the model says little of them. */
export const states = [
  'DRAFT',
  'AUTHORISED',
  'SENT',
  'RECEIVED',
  'CLARIFICATION',
  'LAPSED',
  'GRANTED',
  'PARTIAL',
  'REFUSED',
  'NO_DATA',
  'IMPOSSIBLE',
  'WITHDRAWN',
  'CLOSED',
] as const;
const fewest = 0.01;

export interface Report {
  lines: string[];
  isGood: boolean;
}

/** Tells what was counted, the line of faults last. It is good when there are none, and nothing was met too seldom. */
export function reportOf(counts: Counts): Report {
  const { histories, undated, deadlinesApart, officersTwice, untraced, leaks } = counts;
  const shares = [
    ...states.map((name) => ['state', name, counts.states.get(name) ?? 0] as const),
    ...events.map((name) => ['event', name, counts.events.get(name) ?? 0] as const),
  ];
  const seldom = shares.filter(([, , met]) => met < fewest * histories);
  const lines = shares.map(
    ([what, name, met]) =>
      `${what} ${name.padEnd(14)} ${((100 * met) / histories).toFixed(1).padStart(5)} % of histories`,
  );
  for (const [what, name] of seldom) lines.push(`${what} ${name} is met in less than 1 % of the histories`);
  lines.push(
    `${histories} histories, ${undated} undated, ${deadlinesApart} deadlines apart, ${officersTwice} officers twice, ${untraced} untraced, ${leaks} leaks`,
  );
  const faults = undated + deadlinesApart + officersTwice + untraced + leaks;
  return { lines, isGood: histories > 0 && faults === 0 && seldom.length === 0 };
}
