import type { AnsweringEvent } from '../../../../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../../../../subgraphs/agency/records/requests/answering-transition.ts';
import type { AnsweringHalf } from '../../../../../subgraphs/agency/records/requests/information-request.ts';
import {
  endOf,
  isOverdue,
  requestState,
} from '../../../../../subgraphs/agency/records/requests/request-state.ts';
import { seenHalf } from '../../../../../subgraphs/agency/records/requests/unread-half.ts';
import { waitsOnRequest } from '../../../../../subgraphs/agency/records/requests/waits-on-request.ts';
import { answering, hours } from './halves.ts';

/** A request of an agency that held a hit, one on a record that may be told of, and one on a dark record or none. */
const worlds = [
  { isHeld: true, isFound: true },
  { isHeld: false, isFound: true },
  { isHeld: false, isFound: false },
];
const unread = (changes: Partial<AnsweringHalf>): AnsweringHalf => {
  const { accepted: _, ...half } = answering(changes);
  return half;
};

const question: AnsweringEvent = { kind: 'QUESTION', by: 'liaison', at: hours(1), isListed: true };
const inWords: AnsweringEvent = { ...question, isListed: false };
const sign = (at: number): AnsweringEvent => ({
  kind: 'SIGN_WORDS',
  by: 'supervisor',
  at: hours(at),
  approves: true,
});
const told = (type: 'clarified' | 'withdrawn', at: number): AnsweringEvent => ({
  kind: 'TOLD',
  type: `concord.request.${type}.v1`,
  at: hours(at),
});
const propose = (at: number): AnsweringEvent => ({
  kind: 'PROPOSE',
  by: 'liaison',
  at: hours(at),
  answer: { kind: 'REFUSED', ground: 'INCOMPLETE' },
});
const decide = (at: number): AnsweringEvent => ({
  kind: 'DECIDE',
  by: 'supervisor',
  at: hours(at),
  approves: true,
});

/** What the officers see of each world after each event, and at times between and after them. */
function livesOf(events: readonly AnsweringEvent[]) {
  const times = [0.5, 1.5, 2.5, 3, 7.9, 8, 9, 20, 200];
  const whole: AnsweringEvent[] = [
    ...events,
    ...times.map((time): AnsweringEvent => ({ kind: 'TIME', at: hours(time) })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
  return worlds.map((world) => {
    let half: AnsweringHalf = unread(world);
    return whole.map((event) => {
      const after = answeringTransition(half, event);
      if ('request' in after) half = after.request;
      const { at } = event;
      const seen = seenHalf(half, at);
      return {
        event: event.kind,
        at,
        refused: 'refused' in after ? after.refused : undefined,
        seen,
        state: requestState(seen, at),
        isOverdue: isOverdue(seen, at),
        end: endOf(seen, at),
        waits: waitsOnRequest(half, at),
      };
    });
  });
}

describe('a request whose form was not found in order is the same to the officers of its agency, whatever there is', () => {
  test.each<[string, AnsweringEvent[], string]>([
    ['where nothing is done', [], 'RECEIVED'],
    ['with a question that is answered', [question, told('clarified', 2)], 'RECEIVED'],
    ['with a question that is not', [question], 'LAPSED'],
    ['with a question in free words that nobody signs', [inWords], 'RECEIVED'],
    ['with one that is signed', [inWords, sign(2)], 'LAPSED'],
    ['with one that is signed too late', [inWords, sign(9)], 'RECEIVED'],
    ['with one that waits when it is withdrawn', [inWords, told('withdrawn', 2)], 'WITHDRAWN'],
    ['withdrawn in time', [told('withdrawn', 2)], 'WITHDRAWN'],
    ['withdrawn after the deadline', [told('withdrawn', 9)], 'RECEIVED'],
    ['refused on its form', [propose(1), decide(2)], 'REFUSED'],
    ['refused on its form and withdrawn', [propose(1), decide(2), told('withdrawn', 3)], 'REFUSED'],
    ['with a proposal that nobody decides on', [propose(1)], 'RECEIVED'],
    ['with a decision that comes too late', [propose(1), decide(9)], 'RECEIVED'],
    ['with steps that come too late', [propose(9), { ...question, at: hours(10) }], 'RECEIVED'],
  ])('%s', (_how, events, last) => {
    const lives = livesOf(events);
    for (const life of lives) expect(life).toEqual(lives[0]);
    expect(lives[0]?.at(-1)?.state).toBe(last);
  });

  test('and each can be accepted after its deadline, and is then what it is', () => {
    const states = worlds.map((world) => {
      const half = unread(world);
      const ended = answeringTransition(half, { kind: 'TIME', at: hours(8) });
      const before = 'request' in ended ? ended.request : half;
      const after = answeringTransition(before, { kind: 'ACCEPT', by: 'liaison', at: hours(9) });
      if (!('request' in after)) throw new Error('not accepted');
      return [requestState(after.request, hours(9)), isOverdue(after.request, hours(9))];
    });
    expect(states).toEqual([
      ['RECEIVED', true],
      ['NO_DATA', false],
      ['NO_DATA', false],
    ]);
  });

  test('but not one that has ended for all', () => {
    const accept: AnsweringEvent = { kind: 'ACCEPT', by: 'liaison', at: hours(9) };
    for (const world of worlds) {
      const withdrawn = answeringTransition(unread(world), told('withdrawn', 2));
      if (!('request' in withdrawn)) throw new Error('not withdrawn');
      expect(answeringTransition(withdrawn.request, accept)).toEqual({ refused: 'ENDED' });
    }
  });
});
