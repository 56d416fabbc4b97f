import {
  lapsesAt,
  requestDeadline,
  warningsDue,
} from '../../../../../subgraphs/agency/records/requests/request-deadline.ts';
import { asked, hours, sent } from './halves.ts';

describe('the deadline of a request', () => {
  test.each([
    ['URGENT_AVAILABLE', 8],
    ['URGENT', 72],
    ['OTHER', 168],
  ] as const)('of urgency %s is %i hours after its receipt', (urgency, count) => {
    expect(requestDeadline(sent({ urgency }))).toEqual(hours(count));
  });

  test('is none before the receipt', () => {
    expect(requestDeadline(asked())).toBeUndefined();
  });

  test('moves by the time for which a question was open, and is none meanwhile', () => {
    const question = { at: hours(2) };
    expect(requestDeadline(sent({ clarification: question }))).toBeUndefined();
    expect(requestDeadline(sent({ clarification: { ...question, answeredAt: hours(26) } }))).toEqual(
      hours(32),
    );
  });

  test('is the one that an extension names', () => {
    expect(requestDeadline(sent({ extension: { at: hours(1), until: hours(50) } }))).toEqual(hours(50));
  });
});

test('a question that stays open for five days ends a request, and an answered one does not', () => {
  expect(lapsesAt(sent({ clarification: { at: hours(2) } }))).toEqual(hours(2 + 5 * 24));
  expect(lapsesAt(sent({ clarification: { at: hours(2), answeredAt: hours(3) } }))).toBeUndefined();
});

test.each([
  [3.9, []],
  [4, [0.5]],
  [7.2, [0.5, 0.9]],
  [8, [0.5, 0.9, 1]],
])('after %d of 8 hours these warnings are due: %j', (count, warnings) => {
  expect(warningsDue(sent(), hours(count))).toEqual(warnings);
});
