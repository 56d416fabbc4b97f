import { longestAbsence, readDeputy } from '../../../../../subgraphs/agency/records/requests/deputy.ts';
import { dayOf, daysAfter } from '../../../../../terms/days.ts';

const now = new Date('2026-11-27T09:30:00Z');
const inDays = (days: number) => dayOf(daysAfter(now, days));
const problemsOf = (given: { deputy?: string; until?: string }) => {
  const read = readDeputy({ deputy: 'mila', until: '2026-12-04', ...given }, 'lena', now);
  return 'problems' in read ? read.problems.map(({ path, code }) => `${path} ${code}`) : read.deputy;
};

describe('a deputy', () => {
  test('stands in to the end of the day that was named, in UTC', () => {
    expect(problemsOf({})).toEqual({ _id: 'lena', deputy: 'mila', until: new Date('2026-12-05T00:00:00Z') });
  });

  test('can be named for today, and for the last day of the longest absence', () => {
    expect(problemsOf({ until: inDays(0) })).toMatchObject({ until: new Date('2026-11-28T00:00:00Z') });
    expect(problemsOf({ until: inDays(longestAbsence) })).toMatchObject({ deputy: 'mila' });
  });

  test.each([
    ['yesterday', inDays(-1)],
    ['the day after the longest absence', inDays(longestAbsence + 1)],
    ['a day that there is not', '2026-02-30'],
    ['no day', 'tomorrow'],
  ])('is not named until %s', (_what, until) => {
    expect(problemsOf({ until })).toEqual(['until OUT_OF_RANGE']);
  });

  test('is another officer, with a name of 255 characters at most', () => {
    expect(problemsOf({ deputy: '' })).toEqual(['deputy MISSING']);
    expect(problemsOf({ deputy: 'lena' })).toEqual(['deputy SAME_OFFICER']);
    expect(problemsOf({ deputy: 'x'.repeat(256) })).toEqual(['deputy TOO_LONG']);
    expect(problemsOf({ deputy: 'x'.repeat(255) })).toMatchObject({ deputy: 'x'.repeat(255) });
  });

  test('that cannot be named is told of with all that is wrong at once', () => {
    expect(problemsOf({ deputy: 'lena', until: inDays(-1) })).toEqual([
      'deputy SAME_OFFICER',
      'until OUT_OF_RANGE',
    ]);
  });
});
