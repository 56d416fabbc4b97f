import { historyOf } from './history.ts';
import { judged } from './oracle/judge.ts';
import { World } from './world.ts';

/** What was counted over all histories that were lived through. */
export interface Counts {
  histories: number;
  /** Messages that were told before those of the other agency were heard, which were on their way. */
  crossings: number;
  restarts: number;
  /** Histories in which a half is not what the rules make of what its agency has done and heard, or both halves differ in the end. */
  apart: number;
  /** Histories in which a release opens something although the operation does not go on at its agency, by its own word, the other's or time. */
  outliving: number;
  /** Histories in which a message or a list says more than it may. */
  outsiders: number;
  /** Histories in which one officer gave both signatures of an agency, or a release opens something that four officers have not agreed on. */
  twice: number;
  /** Histories in which a restored database had lost a consent of its agency, and those of them in which the halves differ in the end. */
  lost: number;
  differing: number;
  /** Histories that came through each state, and in which each event was taken. */
  states: Map<string, number>;
  events: Map<string, number>;
  /** The first faults that were found, each with its seed. */
  faults: string[];
}

const mostFaults = 10;

const add = (counts: Map<string, number>, names: Iterable<string>) => {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
};

/** Lives through so many histories, one for each seed from the first on. */
export function liveHistories(histories: number, first = 1): Counts {
  const counts: Counts = {
    ...{ histories, crossings: 0, restarts: 0, apart: 0, outliving: 0, outsiders: 0, twice: 0 },
    ...{ lost: 0, differing: 0, states: new Map(), events: new Map(), faults: [] },
  };
  for (let seed = first; seed < first + histories; seed++) {
    const history = historyOf(seed);
    const world = new World(history);
    for (const happening of history.happenings) world.happens(happening);
    world.settle();
    const verdict = judged(world.log);
    counts.crossings += verdict.crossings;
    counts.restarts += verdict.restarts;
    counts.apart += Number(verdict.apart);
    counts.outliving += Number(verdict.outliving);
    counts.outsiders += Number(verdict.outsiders);
    counts.twice += Number(verdict.twice);
    counts.lost += Number(verdict.hasLostConsent);
    counts.differing += Number(verdict.differs);
    add(counts.states, world.states);
    add(counts.events, world.taken);
    if (verdict.why !== undefined && counts.faults.length < mostFaults)
      counts.faults.push(`seed ${seed}: ${verdict.why}`);
  }
  return counts;
}
