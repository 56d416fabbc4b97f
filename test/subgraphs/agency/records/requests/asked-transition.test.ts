import {
  type AskedEvent,
  askedTransition,
} from '../../../../../subgraphs/agency/records/requests/asked-transition.ts';
import type {
  AskedHalf,
  RequestAnswer,
} from '../../../../../subgraphs/agency/records/requests/information-request.ts';
import { isOverdue, requestState } from '../../../../../subgraphs/agency/records/requests/request-state.ts';
import { asked, hours, sent } from './halves.ts';

const granted: RequestAnswer = { kind: 'GRANTED', classes: ['IDENTITY', 'CONTACT'], release: 'R-1' };

const ended = (
  at: Date,
  answer: RequestAnswer = granted,
  request = 'Q-1',
  receivedAt = hours(0),
): AskedEvent => ({
  kind: 'TOLD',
  at: hours(9),
  message: {
    type: 'concord.request.ended.v1',
    request,
    receivedAt: receivedAt.toISOString(),
    at: at.toISOString(),
    answer: 'classes' in answer ? { ...answer, classes: [...answer.classes] } : answer,
  },
});
const extended = (at: Date, until: Date): AskedEvent => ({
  kind: 'TOLD',
  at: hours(9),
  message: {
    type: 'concord.request.extended.v1',
    request: 'Q-1',
    receivedAt: hours(0).toISOString(),
    at: at.toISOString(),
    until: until.toISOString(),
  },
});

const halfAfter = (request: AskedHalf, ...events: AskedEvent[]): AskedHalf =>
  events.reduce((half, event) => {
    const next = askedTransition(half, event);
    if ('refused' in next) throw new Error(next.refused);
    return 'request' in next ? next.request : half;
  }, request);

describe('a draft', () => {
  test('is authorised by another officer, and not by who drafted it', () => {
    const authorised = halfAfter(asked(), { kind: 'AUTHORISE', by: 'supervisor', at: hours(0) });
    expect(requestState(authorised, hours(0))).toBe('AUTHORISED');
    expect(askedTransition(asked(), { kind: 'AUTHORISE', by: 'analyst', at: hours(0) })).toEqual({
      refused: 'SAME_OFFICER',
    });
  });

  test('does not leave before it is authorised', () => {
    expect(askedTransition(asked(), { kind: 'SEND', at: hours(0) })).toEqual({ refused: 'NOT_AUTHORISED' });
  });

  test('is withdrawn without a word to the other agency', () => {
    const withdrawn = askedTransition(asked(), { kind: 'WITHDRAW', by: 'analyst', at: hours(0) });
    expect(withdrawn).toMatchObject({ request: { end: { kind: 'WITHDRAWN' } }, tells: [] });
  });
});

describe('word from the other agency', () => {
  test('ends a request with what was granted', () => {
    expect(halfAfter(sent(), ended(hours(5))).end).toEqual({
      kind: 'GRANTED',
      at: hours(5),
      answer: granted,
    });
  });

  test.each([
    [
      'grants what was not asked',
      ended(hours(5), { kind: 'PARTIAL', classes: ['VICTIM'], release: 'R-1' }),
      'NOT_ASKED',
    ],
    ['answers another request', ended(hours(5), granted, 'Q-2'), 'OTHER_REQUEST'],
    ['answers before it was asked', ended(hours(-1)), 'IN_THE_PAST'],
    ['names another time of receipt', ended(hours(5), granted, 'Q-1', hours(1)), 'CONTRADICTS_RECEIPT'],
    ['extends after the deadline', extended(hours(8), hours(20)), 'IN_THE_PAST'],
    ['extends to no later time', extended(hours(1), hours(8)), 'NOT_LATER'],
    ['extends to a time that has passed', extended(hours(1), hours(-20)), 'NOT_LATER'],
    ['extends by more than sixty days', extended(hours(1), hours(60 * 24 + 1)), 'TOO_LONG'],
  ])('that %s is refused', (_, event, refused) => {
    expect(askedTransition(sent(), event)).toEqual({ refused });
  });

  test('extends the time once', () => {
    const longer = halfAfter(sent(), extended(hours(1), hours(20)));
    expect(longer.extension).toEqual({ at: hours(1), until: hours(20) });
    expect(askedTransition(longer, extended(hours(2), hours(30)))).toEqual({ refused: 'ALREADY_EXTENDED' });
  });

  test('that an answer was decided after the withdrawal arrived is refused', () => {
    const withdrawn = halfAfter(
      sent(),
      { kind: 'WITHDRAW', by: 'supervisor', at: hours(2) },
      { kind: 'RECEIPT', of: 'concord.request.withdrawn.v1', at: hours(3) },
    );
    expect(requestState(withdrawn, hours(4))).toBe('WITHDRAWN');
    expect(askedTransition(withdrawn, ended(hours(4)))).toEqual({ refused: 'ENDED' });
    expect(requestState(halfAfter(withdrawn, ended(hours(2))), hours(9))).toBe('GRANTED');
  });
});

describe('past its deadline a request', () => {
  test('is overdue for an agency that held a hit', () => {
    expect([requestState(sent(), hours(8)), isOverdue(sent(), hours(8))]).toEqual(['RECEIVED', true]);
    expect(isOverdue(sent(), hours(7.9))).toBe(false);
  });

  test('has ended with NO_DATA for one that held nothing, at the millisecond', () => {
    const blind = sent({ isHeld: false });
    expect(requestState(blind, new Date(hours(8).getTime() - 1))).toBe('RECEIVED');
    expect([requestState(blind, hours(8)), isOverdue(blind, hours(8))]).toEqual(['NO_DATA', false]);
  });
});

test('an answer to a question that arrived too late does not undo the lapse', () => {
  const questioned = sent({ clarification: { at: hours(1) } });
  const late: AskedEvent = { kind: 'RECEIPT', of: 'concord.request.clarified.v1', at: hours(1 + 5 * 24) };
  expect(requestState(halfAfter(questioned, late), hours(200))).toBe('LAPSED');
  const inTime: AskedEvent = { ...late, at: hours(2) };
  expect(requestState(halfAfter(questioned, inTime), hours(3))).toBe('RECEIVED');
});

test.each([
  ['before the question', 0.5],
  ['after the request has lapsed', 1 + 5 * 24],
])('the other agency’s word on an answer %s is not believed', (_when, hour) => {
  const received = (clarifiedAt: Date): AskedEvent => ({
    kind: 'TOLD',
    at: hours(200),
    message: {
      type: 'concord.request.received.v1',
      request: 'Q-1',
      receivedAt: hours(0).toISOString(),
      at: hours(0).toISOString(),
      clarifiedAt: clarifiedAt.toISOString(),
    },
  });
  const questioned = sent({ clarification: { at: hours(1) } });
  expect(askedTransition(questioned, received(hours(hour)))).toEqual({ refused: 'CONTRADICTS_RECEIPT' });
  const { clarification } = halfAfter(questioned, received(hours(2)));
  expect(clarification).toEqual({ at: hours(1), answeredAt: hours(2) });
});

test('only what has ended is closed, and once', () => {
  const close: AskedEvent = { kind: 'CLOSE', by: 'analyst', at: hours(9) };
  expect(askedTransition(sent(), close)).toEqual({ refused: 'NOT_ENDED' });
  const closed = halfAfter(sent(), ended(hours(5)), close);
  expect(requestState(closed, hours(10))).toBe('CLOSED');
  expect(askedTransition(closed, close)).toEqual({ refused: 'CLOSED' });
});
