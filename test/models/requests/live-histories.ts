import { isFormal } from '../../../subgraphs/agency/records/requests/answering-transition.ts';
import { requestDeadline } from '../../../subgraphs/agency/records/requests/request-deadline.ts';
import { endOf, isOverdue } from '../../../subgraphs/agency/records/requests/request-state.ts';
import { type History, historyOf } from './history.ts';
import { type Officers, World } from './world.ts';

/** What was counted over all histories that were lived through. */
export interface Counts {
  histories: number;
  /** Requests that were sent, and have no end or two, or the one end at two times. */
  undated: number;
  /** Requests whose deadline the two agencies compute apart, by a millisecond or more, or whose clock stood for a question that was not sent. */
  deadlinesApart: number;
  /** Requests of which one officer took two of the steps that two must take, or sent free words alone. */
  officersTwice: number;
  /** Requests of which an officer has put words away, or asked by the closed list, and nothing says who. */
  untraced: number;
  /**
   * Histories in which the asking agency receives other bytes where there is no record, a dark one, or one not answered on, or
   * learns before the deadline what it held nothing on; or in which either agency is sent the name of an officer.
   */
  leaks: number;
  /** Histories that came through each state, and in which each event changed something. */
  states: Map<string, number>;
  events: Map<string, number>;
}

const add = (counts: Map<string, number>, names: Iterable<string>) => {
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
};

function live(history: History, officers?: Officers): World {
  const world = new World(history, officers);
  for (const happening of history.happenings) world.happens(happening);
  world.settle();
  return world;
}

function hasOneEnd({ asker, answerer, now }: World): boolean {
  if (!asker.sentAt || !answerer) return true;
  const [asked, answered] = [endOf(asker, now), endOf(answerer, now)];
  if (!asked || !answered) return !asked && !answered && isOverdue(asker, now) && isOverdue(answerer, now);
  return asked.kind === answered.kind && asked.at.getTime() === answered.at.getTime();
}

function hasOneDeadline({ asker, answerer }: World): boolean {
  if (!answerer) return true;
  return requestDeadline(asker)?.getTime() === requestDeadline(answerer)?.getTime();
}

/** An agency that held nothing learned of an answer before its deadline, of a longer time, or of a record that it may not know. */
function tellsMore({ asker, answerer, now }: World): boolean {
  if (!answerer || answerer.isHeld) return false;
  const answer = endOf(asker, now)?.answer;
  const isEarly =
    answer !== undefined && endOf(asker, now)?.at.getTime() !== requestDeadline(answerer)?.getTime();
  const isOfNothing =
    answer !== undefined && answer.kind !== 'NO_DATA' && !answerer.isFound && !isFormal(answer);
  return isEarly || isOfNothing || asker.extension !== undefined;
}

/**
 * The worlds that the asking agency must not tell apart: no record, one that it may not learn of, and one that nobody answers
 * on. Officers act in all of them: on the form in one half of the histories, and without deciding in the other.
 */
function leaks(history: History, seed: number): boolean {
  const isOnForm = seed % 2 === 0;
  const blind: Officers = { isFound: false, mayAnswer: isFormal, mayDecide: isOnForm };
  const seeing: Officers = {
    isFound: true,
    mayAnswer: (answer) => !isOnForm || isFormal(answer),
    mayDecide: isOnForm,
  };
  // Where there is no record nothing but the form can be answered on; it is tried all the same.
  const none: Officers = { ...blind, mayAnswer: seeing.mayAnswer };
  const transcripts = [blind, none, seeing].map((officers) => live(history, officers).transcript);
  return new Set(transcripts).size > 1;
}

/** Lives through so many histories, one for each seed from the first on. */
export function liveHistories(histories: number, first = 1): Counts {
  const counts: Counts = {
    histories,
    undated: 0,
    deadlinesApart: 0,
    officersTwice: 0,
    untraced: 0,
    leaks: 0,
    states: new Map(),
    events: new Map(),
  };
  for (let seed = first; seed < first + histories; seed++) {
    const history = historyOf(seed);
    const world = live(history);
    const { drafted, authorised } = world.asker;
    if (!hasOneEnd(world)) counts.undated += 1;
    if (!hasOneDeadline(world) || world.stoppedUnasked > 0) counts.deadlinesApart += 1;
    if (world.officersTwice > 0 || drafted.by === authorised?.by) counts.officersTwice += 1;
    if (world.untraced > 0) counts.untraced += 1;
    if (tellsMore(world) || world.isNaming || leaks(history, seed)) counts.leaks += 1;
    add(counts.states, world.states);
    add(counts.events, world.taken);
  }
  return counts;
}
