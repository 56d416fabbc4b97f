import type { AnsweringEvent } from '../../../../../subgraphs/agency/records/requests/answering-event.ts';
import { answeringTransition } from '../../../../../subgraphs/agency/records/requests/answering-transition.ts';
import { answering, halfAfter, hours } from './halves.ts';

describe('an own receipt that is told back', () => {
  const nothing = { nothing: true };
  const of = (type: 'sent' | 'clarified', receivedAt: Date): AnsweringEvent => ({
    kind: 'PROVEN',
    type: `concord.request.${type}.v1`,
    receivedAt,
    at: hours(200),
  });

  test('brings the time of receipt forward, and never puts it off', () => {
    expect(halfAfter(answering(), of('sent', hours(-3))).receivedAt).toEqual(hours(-3));
    expect(answeringTransition(answering(), of('sent', hours(3)))).toEqual(nothing);
  });

  test('moves nothing of a request that has ended', () => {
    const ended = answering({ end: { kind: 'NO_DATA', at: hours(8) } });
    expect(answeringTransition(ended, of('sent', hours(-3)))).toEqual(nothing);
    const question = { at: hours(1), answeredAt: hours(4) };
    const answered = answering({ clarification: question, end: { kind: 'WITHDRAWN', at: hours(5) } });
    expect(answeringTransition(answered, of('clarified', hours(2)))).toEqual(nothing);
  });

  test('counts the answer to a question as it came first, also where it had lapsed without it', () => {
    const question = { at: hours(1) };
    const after = [
      answering({ clarification: question }),
      answering({ clarification: { ...question, answeredAt: hours(7) } }),
      answering({ clarification: question, end: { kind: 'LAPSED', at: hours(121) } }),
    ].map((half) => halfAfter(half, of('clarified', hours(2))));
    for (const half of after) {
      expect(half.clarification).toEqual({ at: hours(1), answeredAt: hours(2) });
      expect(half.end).toBeUndefined();
    }
  });

  test('of no answer, of one before its question, of a later one and of one that came too late moves nothing', () => {
    const asked = answering({ clarification: { at: hours(1) } });
    const answered = answering({ clarification: { at: hours(1), answeredAt: hours(2) } });
    expect(answeringTransition(answering(), of('clarified', hours(2)))).toEqual(nothing);
    expect(answeringTransition(asked, of('clarified', hours(0)))).toEqual(nothing);
    expect(answeringTransition(answered, of('clarified', hours(3)))).toEqual(nothing);
    expect(answeringTransition(asked, of('clarified', hours(1 + 5 * 24)))).toEqual(nothing);
  });
});
