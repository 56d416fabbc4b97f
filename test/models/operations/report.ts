import { eventKinds } from './choose-step.ts';
import type { Counts } from './live-histories.ts';

/** Those that a history must come through often enough, or the model says little of them. */
const states = ['PROPOSED', 'AGREED', 'ACTIVE', 'SUSPENDED', 'ENDED', 'EVALUATED', 'DECLINED', 'LAPSED'];
const fewest = 0.01;

export interface Report {
  lines: string[];
  isGood: boolean;
}

/** Tells what was counted, the line of faults last. It is good when there are none, and nothing was met too seldom. */
export function reportOf(counts: Counts): Report {
  const { histories, crossings, restarts, apart, outliving, outsiders, twice } = counts;
  const shares = [
    ...states.map((name) => ['state', name, counts.states.get(name) ?? 0] as const),
    ...eventKinds.map((name) => ['event', name, counts.events.get(name) ?? 0] as const),
  ];
  const seldom = shares.filter(([, , met]) => met < fewest * histories);
  const lines = shares.map(
    ([what, name, met]) =>
      `${what} ${name.padEnd(16)} ${((100 * met) / histories).toFixed(1).padStart(5)} % of histories`,
  );
  for (const [what, name] of seldom) lines.push(`${what} ${name} is met in less than 1 % of the histories`);
  lines.push(...counts.faults);
  lines.push(
    `${counts.lost} histories lost a consent with a restored database; the halves of ${counts.differing} differ, and open no more than withheld facts allow`,
    `${histories} histories, ${crossings} crossings, ${restarts} restarts, ${apart} halves apart, ${outliving} releases outliving, ${outsiders} told to outsiders, ${twice} officers twice`,
  );
  const isTried = histories > 0 && crossings > 0 && restarts > 0;
  return { lines, isGood: isTried && apart + outliving + outsiders + twice === 0 && seldom.length === 0 };
}
