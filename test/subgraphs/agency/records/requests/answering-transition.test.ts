import type { AnsweringEvent } from '../../../../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../../../../subgraphs/agency/records/requests/answering-transition.ts';
import {
  type AnsweringHalf,
  assigneeOf,
  type RequestAnswer,
} from '../../../../../subgraphs/agency/records/requests/information-request.ts';
import { requestDeadline } from '../../../../../subgraphs/agency/records/requests/request-deadline.ts';
import { waitsOnRequest } from '../../../../../subgraphs/agency/records/requests/waits-on-request.ts';
import { answering, halfAfter, hours } from './halves.ts';

const granted: RequestAnswer = { kind: 'GRANTED', classes: ['IDENTITY', 'CONTACT'], release: 'R-1' };
const propose = (answer: RequestAnswer, at = hours(1)): AnsweringEvent => ({
  kind: 'PROPOSE',
  by: 'liaison',
  at,
  answer,
});
const decide = (by: string, at = hours(2), approves = true): AnsweringEvent => ({
  kind: 'DECIDE',
  by,
  at,
  approves,
});

const proposed = halfAfter(answering(), propose(granted));

describe('a request that is taken up', () => {
  const takeUp = (by: string, at: Date): AnsweringEvent => ({ kind: 'TAKE_UP', by, at });
  const { accepted: _, ...unread } = answering();

  test('is assigned to the last of those who have taken it up, and tells nobody abroad', () => {
    const mine = halfAfter(unread, takeUp('liaison', hours(1)));
    expect(answeringTransition(mine, takeUp('liaison', hours(2)))).toEqual({ refused: 'ALREADY_ASSIGNED' });
    expect(answeringTransition(mine, takeUp('other', hours(2)))).toMatchObject({ tells: [] });
    const theirs = halfAfter(mine, takeUp('other', hours(2)));
    expect([assigneeOf(unread), assigneeOf(mine), assigneeOf(theirs)]).toEqual([
      undefined,
      'liaison',
      'other',
    ]);
  });

  test('or the one to whom a supervisor has assigned it since', () => {
    const assign = (to: string, at: Date): AnsweringEvent => ({ kind: 'ASSIGN', by: 'supervisor', at, to });
    const mine = halfAfter(unread, takeUp('liaison', hours(1)));
    expect(answeringTransition(mine, assign('liaison', hours(2)))).toEqual({ refused: 'ALREADY_ASSIGNED' });
    const theirs = halfAfter(mine, assign('other', hours(2)));
    expect([assigneeOf(theirs), theirs.takenUp?.at(-1)?.assignedBy]).toEqual(['other', 'supervisor']);
    expect(assigneeOf(halfAfter(theirs, takeUp('liaison', hours(3))))).toBe('liaison');
    const past = halfAfter(unread, { kind: 'TIME', at: hours(9) });
    expect(assigneeOf(halfAfter(past, assign('liaison', hours(10))))).toBe('liaison');
  });

  test('before its form is judged, is so after its deadline too, whatever there is', () => {
    for (const isHeld of [true, false]) {
      const past = halfAfter({ ...unread, isHeld, isFound: isHeld }, { kind: 'TIME', at: hours(9) });
      expect(assigneeOf(halfAfter(past, takeUp('liaison', hours(10))))).toBe('liaison');
    }
  });

  test('has not ended, as far as its officers are told', () => {
    const ended = halfAfter(proposed, decide('supervisor'));
    expect(answeringTransition(ended, takeUp('liaison', hours(3)))).toEqual({ refused: 'ENDED' });
  });

  test('is open to the steps of every other officer, and to the two of one answer alone', () => {
    const mine = halfAfter(answering(), takeUp('officer', hours(1)));
    const other = halfAfter(mine, propose(granted));
    expect(other.proposal?.by).toBe('liaison');
    expect(answeringTransition(other, decide('liaison'))).toEqual({ refused: 'SAME_OFFICER' });
    expect(answeringTransition(other, decide('officer'))).toHaveProperty('request.end');
  });
});

describe('a request whose subject was not known when its form was found in order', () => {
  const unknown = answering({ isHeld: false, isFound: false });
  const found = (at = hours(1)): AnsweringEvent => ({ kind: 'FOUND', at, isHeld: true });

  test('is as if it had been known then, once it is, and tells nobody abroad', () => {
    expect(answeringTransition(unknown, found())).toEqual({
      request: answering(),
      tells: [],
    });
    const alone = answeringTransition(unknown, { kind: 'FOUND', at: hours(1), isHeld: false });
    expect(alone).toEqual({ request: answering({ isHeld: false }), tells: [] });
    expect(answeringTransition(unknown, propose(granted))).toEqual({ refused: 'NOT_FOUND' });
    expect(halfAfter(unknown, found(), propose(granted)).proposal?.answer).toEqual(granted);
  });

  test('changes by that neither before its form is judged, nor a second time, nor once it has ended', () => {
    const { accepted: _, ...unread } = unknown;
    for (const half of [unread, answering(), halfAfter(unknown, { kind: 'TIME', at: hours(9) })])
      expect(answeringTransition(half, found())).toEqual({ nothing: true });
    expect(answeringTransition(unknown, found(hours(8)))).toEqual({ nothing: true });
  });
});

describe('an answer', () => {
  test('is decided by another officer than proposed it, and told', () => {
    expect(answeringTransition(proposed, decide('liaison'))).toEqual({ refused: 'SAME_OFFICER' });
    expect(answeringTransition(proposed, decide('supervisor'))).toMatchObject({
      request: { end: { kind: 'GRANTED', at: hours(2) } },
      tells: [{ type: 'concord.request.ended.v1', at: hours(2).toISOString() }],
    });
  });

  test('that is turned down leaves room for another', () => {
    const open = halfAfter(
      proposed,
      decide('supervisor', hours(2), false),
      propose({ kind: 'NO_DATA' }, hours(3)),
    );
    expect(open.proposal?.answer).toEqual({ kind: 'NO_DATA' });
  });

  test('to an agency that held nothing is told at the deadline, and not before', () => {
    const blind = halfAfter(answering({ isHeld: false }), propose(granted));
    const decided = answeringTransition(blind, decide('supervisor'));
    expect(decided).toMatchObject({ tells: [] });
    const told = answeringTransition(halfAfter(blind, decide('supervisor')), { kind: 'TIME', at: hours(9) });
    expect(told).toMatchObject({ request: { end: { kind: 'GRANTED', at: hours(8) } } });
  });

  test('that is decided and not told yet is taken back by a second supervisor, and leaves room for another', () => {
    const waits = halfAfter(answering({ isHeld: false }), propose(granted), decide('supervisor'));
    const takeBack = decide('other supervisor', hours(3), false);
    expect(answeringTransition(waits, decide('other supervisor', hours(3)))).toEqual({
      refused: 'ALREADY_DECIDED',
    });
    expect(answeringTransition(waits, decide('liaison', hours(3), false))).toEqual({
      refused: 'SAME_OFFICER',
    });
    const open = halfAfter(waits, takeBack);
    expect(open).not.toHaveProperty('decision');
    expect(open).not.toHaveProperty('proposal');
    expect(open.droppedAnswers).toMatchObject([
      { by: 'liaison', decided: { by: 'supervisor' }, dropped: { by: 'other supervisor', at: hours(3) } },
    ]);
    expect(answeringTransition(open, { kind: 'TIME', at: hours(9) })).toMatchObject({
      request: { end: { kind: 'NO_DATA', at: hours(8) } },
    });
    const told = halfAfter(waits, { kind: 'TIME', at: hours(9) });
    expect(answeringTransition(told, decide('other supervisor', hours(10), false))).toEqual({
      refused: 'ENDED',
    });
  });

  test('on the form is not taken back, whether it was told or waits', () => {
    const onForm = propose({ kind: 'IMPOSSIBLE' }, hours(1));
    for (const isHeld of [true, false]) {
      const { accepted: _, ...unread } = answering({ isHeld });
      const after = halfAfter(unread, onForm, decide('supervisor', hours(2)));
      const takeBack = decide('other supervisor', hours(3), false);
      expect(answeringTransition(after, takeBack)).toEqual({ refused: 'ALREADY_DECIDED' });
    }
  });

  test('that an outsider decides waits for the deadline, and is confirmed by who is none', () => {
    const outside = (by: string, at = hours(2)) => ({ ...decide(by, at), isOutside: true }) as AnsweringEvent;
    const none: RequestAnswer = { kind: 'NO_DATA' };
    for (const answer of [granted, none]) {
      const waits = halfAfter(answering(), propose(answer), outside('supervisor'));
      expect(waits.end).toBeUndefined();
      expect(waitsOnRequest(waits, hours(3))).toMatchObject({ kind: 'ANSWER_TO_DECIDE', not: 'supervisor' });
      expect(answeringTransition(waits, outside('third'))).toEqual({ refused: 'ALREADY_DECIDED' });
      expect(halfAfter(waits, decide('third', hours(3))).end).toMatchObject({
        kind: answer.kind,
        at: hours(3),
      });
      expect(halfAfter(waits, decide('third', hours(3), false))).not.toHaveProperty('decision');
      const end = (half: AnsweringHalf, hour: number) =>
        halfAfter(half, { kind: 'TIME', at: hours(hour) }).end;
      expect(end(waits, 8)).toMatchObject({ kind: answer.kind, at: hours(8) });
      // Decided too late to be contested by the deadline, also after it, it has four hours more.
      for (const at of [7, 20]) {
        const late = halfAfter(answering(), propose(answer), outside('supervisor', hours(at)));
        expect([late.end, end(late, at + 3.9)]).toEqual([undefined, undefined]);
        expect(end(late, at + 4)).toMatchObject({ kind: answer.kind, at: hours(at + 4) });
      }
      const blind = halfAfter(answering({ isHeld: false }), propose(answer), outside('supervisor', hours(7)));
      expect(end(blind, 8)).toMatchObject({ kind: 'NO_DATA', at: hours(8) });
    }
    // Where nothing was held, a confirmed one waits for the deadline all the same, and is on nobody's list any more.
    const waits = halfAfter(answering({ isHeld: false }), propose(granted), outside('supervisor'));
    const { end, ...confirmed } = halfAfter(waits, decide('third', hours(3)));
    expect([end, confirmed.decision?.confirmed?.by, waitsOnRequest(confirmed, hours(4))]).toEqual([
      undefined,
      'third',
      undefined,
    ]);
  });

  test.each([
    [
      'grants what was not asked',
      { kind: 'PARTIAL', classes: ['VICTIM'], release: 'R-1' },
      'CLASSES_NOT_ASKED',
    ],
    [
      'grants a part as the whole',
      { kind: 'GRANTED', classes: ['IDENTITY'], release: 'R-1' },
      'NOT_ALL_CLASSES',
    ],
    ['grants the whole as a part', { ...granted, kind: 'PARTIAL' }, 'ALL_CLASSES'],
  ] as [string, RequestAnswer, string][])('that %s is refused', (_, answer, refused) => {
    expect(answeringTransition(answering(), propose(answer))).toEqual({ refused });
  });

  test('comes after the form was accepted', () => {
    const { accepted: _, ...unread } = answering();
    expect(answeringTransition(unread, propose(granted))).toEqual({ refused: 'NOT_ACCEPTED' });
  });

  test.each([
    { kind: 'REFUSED', ground: 'ONGOING_INVESTIGATION' },
    granted,
    { kind: 'NO_DATA' },
  ] as RequestAnswer[])('where no record is found: %j may not be proposed', (answer) => {
    expect(answeringTransition(answering({ isFound: false }), propose(answer))).toEqual({
      refused: 'NOT_FOUND',
    });
    expect(answeringTransition(answering(), propose(answer))).toHaveProperty('request');
  });

  test.each([{ kind: 'IMPOSSIBLE' }, { kind: 'REFUSED', ground: 'INCOMPLETE' }] as RequestAnswer[])(
    'on the form, such as %j, comes before the form was accepted, whatever would be found',
    (answer) => {
      for (const isFound of [true, false]) {
        const { accepted: _, ...unread } = answering({ isFound });
        expect(answeringTransition(unread, propose(answer))).toHaveProperty(
          'request.proposal.answer',
          answer,
        );
        expect(answeringTransition(answering({ isFound }), propose(answer))).toEqual({
          refused: 'ALREADY_ACCEPTED',
        });
      }
    },
  );

  test('on the form waits for no question, and no question is put while it waits', () => {
    const { accepted: _, ...unread } = answering();
    const question = { kind: 'QUESTION', by: 'liaison', at: hours(1), isListed: true } as const;
    const waiting = halfAfter(unread, propose({ kind: 'IMPOSSIBLE' }));
    for (const event of [
      question,
      { ...question, isListed: false },
      { ...question, kind: 'ACCEPT' } as const,
    ])
      expect(answeringTransition(waiting, event)).toEqual({ refused: 'ALREADY_PROPOSED' });
    expect(answeringTransition(halfAfter(unread, question), propose({ kind: 'IMPOSSIBLE' }))).toEqual({
      refused: 'CLARIFICATION_OPEN',
    });
  });
});

const sign = (by: string, at: Date, approves = true): AnsweringEvent => ({
  kind: 'SIGN_WORDS',
  by,
  at,
  approves,
});

describe('free words for the other agency', () => {
  const { accepted: _, ...unread } = answering();
  const ask = (by: string, at: Date): AnsweringEvent => ({ kind: 'QUESTION', by, at, isListed: false });
  const waiting = halfAfter(unread, ask('liaison', hours(1)));

  test('tell nothing and stop no clock while they wait', () => {
    expect(answeringTransition(unread, ask('liaison', hours(1)))).toMatchObject({ tells: [] });
    expect(waiting.clarification).toBeUndefined();
    expect(requestDeadline(waiting)).toEqual(hours(8));
  });

  test('are sent by another officer than wrote them, and the clock stands from then on', () => {
    expect(answeringTransition(waiting, sign('liaison', hours(2)))).toEqual({ refused: 'SAME_OFFICER' });
    expect(answeringTransition(waiting, sign('supervisor', hours(2)))).toMatchObject({
      request: { clarification: { at: hours(2) } },
      tells: [{ type: 'concord.request.questioned.v1', at: hours(2).toISOString() }],
    });
  });

  test('that were turned down are gone, and leave room for others', () => {
    const open = halfAfter(waiting, sign('supervisor', hours(2), false));
    expect(open.waitingWords).toBeUndefined();
    expect(answeringTransition(open, sign('supervisor', hours(3)))).toEqual({ refused: 'NO_WORDS' });
    expect(halfAfter(open, ask('other', hours(3))).waitingWords?.by).toBe('other');
  });

  test('give way to others, so that the last to write them does not sign them', () => {
    const other = halfAfter(waiting, ask('supervisor', hours(2)));
    expect(answeringTransition(other, sign('supervisor', hours(3)))).toEqual({ refused: 'SAME_OFFICER' });
    expect(answeringTransition(other, sign('liaison', hours(3)))).toHaveProperty('request.clarification');
  });

  test('hold nobody up: the form is accepted, asked about by the list or answered on as if none waited', () => {
    for (const event of [
      { kind: 'ACCEPT', by: 'other', at: hours(2) },
      { kind: 'QUESTION', by: 'other', at: hours(2), isListed: true },
      propose({ kind: 'IMPOSSIBLE' }, hours(2)),
    ] as AnsweringEvent[])
      expect(halfAfter(waiting, event).waitingWords).toBeUndefined();
  });

  test('are void at the deadline, and are not sent after it', () => {
    for (const isHeld of [true, false]) {
      const half = { ...waiting, isHeld, isFound: isHeld };
      expect(answeringTransition(half, sign('supervisor', hours(8)))).toEqual({ refused: 'TOO_LATE' });
      expect(halfAfter(half, { kind: 'TIME', at: hours(8) }).waitingWords).toBeUndefined();
    }
    const longer: AnsweringEvent = { kind: 'EXTEND', by: 'liaison', at: hours(7), until: hours(30) };
    const written = halfAfter(answering(), longer);
    expect(answeringTransition(written, sign('supervisor', hours(8)))).toEqual({ refused: 'TOO_LATE' });
    expect(halfAfter(written, { kind: 'TIME', at: hours(8) }).waitingWords).toBeUndefined();
  });
});

describe('a longer time', () => {
  const extend = (at: Date, until: Date): AnsweringEvent => ({ kind: 'EXTEND', by: 'liaison', at, until });

  test('is told, once, before the deadline, when a second officer has signed its reason', () => {
    const written = answeringTransition(answering(), extend(hours(6), hours(30)));
    expect(written).toMatchObject({
      tells: [],
      request: { waitingWords: { by: 'liaison', until: hours(30) } },
    });
    expect(written).not.toHaveProperty('request.extension');
    const longer = halfAfter(answering(), extend(hours(6), hours(30)), sign('supervisor', hours(7)));
    expect(longer.extension).toEqual({ at: hours(7), until: hours(30) });
    expect(longer.signedWords).toEqual([
      {
        of: 'EXTENSION',
        by: 'liaison',
        at: hours(6),
        until: hours(30),
        signed: { by: 'supervisor', at: hours(7) },
      },
    ]);
    expect(answeringTransition(longer, extend(hours(8), hours(40)))).toEqual({ refused: 'ALREADY_EXTENDED' });
  });

  test.each([
    ['after the deadline', extend(hours(8), hours(30)), {}, 'TOO_LATE'],
    ['that is no longer', extend(hours(1), hours(8)), {}, 'NOT_LATER'],
    ['of more than sixty days', extend(hours(1), hours(61 * 24)), {}, 'TOO_LONG'],
    ['for an agency that held nothing', extend(hours(1), hours(30)), { isHeld: false }, 'NOT_HELD'],
  ] as const)('%s is refused', (_, event, changes, refused) => {
    expect(answeringTransition(answering(changes), event)).toEqual({ refused });
  });
});

describe('a question about the form', () => {
  const question: AnsweringEvent = { kind: 'QUESTION', by: 'liaison', at: hours(1), isListed: true };

  test('is asked once, before the form is accepted', () => {
    const { accepted: _, ...unread } = answering();
    const asked = halfAfter(unread, question);
    expect(answeringTransition(asked, question)).toEqual({ refused: 'ALREADY_QUESTIONED' });
    expect(answeringTransition(answering(), question)).toEqual({ refused: 'ALREADY_ACCEPTED' });
    expect(answeringTransition(asked, { kind: 'ACCEPT', by: 'liaison', at: hours(2) })).toEqual({
      refused: 'CLARIFICATION_OPEN',
    });
  });

  test('that is answered too late has ended the request', () => {
    const { accepted: _, ...unread } = answering();
    const asked = halfAfter(unread, question);
    const answered: AnsweringEvent = {
      kind: 'TOLD',
      type: 'concord.request.clarified.v1',
      at: hours(1 + 5 * 24),
    };
    expect(answeringTransition(asked, answered)).toEqual({ nothing: true });
    expect(halfAfter(asked, { ...answered, at: hours(5) }).clarification?.answeredAt).toEqual(hours(5));
  });
});

test('nothing is decided after an end', () => {
  const withdrawn = halfAfter(proposed, {
    kind: 'TOLD',
    type: 'concord.request.withdrawn.v1',
    at: hours(1.5),
  });
  expect(withdrawn.end).toEqual({ kind: 'WITHDRAWN', at: hours(1.5) });
  expect(answeringTransition(withdrawn, decide('supervisor'))).toEqual({ refused: 'ENDED' });
  const blind = halfAfter(answering({ isHeld: false }), propose(granted));
  expect(answeringTransition(blind, decide('supervisor', hours(8)))).toEqual({ refused: 'ENDED' });
});
