import { readDay } from '../../../../../subgraphs/agency/records/checks/read-day.ts';
import { yearsAfter } from '../../../../../terms/days.ts';
import { told } from './support/input.ts';

const limits = { today: new Date('2026-07-01T12:00:00Z'), longestYears: 15 };
const read = (text: string) => readDay('retainUntil', text, limits);

describe('a day of erasure', () => {
  test.each(['2026-07-01', '2026-07-02', '2028-02-29', '2041-07-01'])(
    'can be %s, at midnight UTC',
    (text) => {
      expect(read(text)).toEqual({ day: new Date(`${text}T00:00:00Z`) });
    },
  );

  test.each([
    ['2026-06-30', 'RETENTION_PAST'],
    ['2041-07-02', 'RETENTION_TOO_LONG'],
    ['2027-02-29', 'IMPOSSIBLE_DATE'],
    ['2027-02', 'MALFORMED'],
    ['01.01.2030', 'MALFORMED'],
    ['2030-01-01T00:00:00Z', 'MALFORMED'],
    ['', 'MALFORMED'],
  ])('cannot be %j: %s', (text, code) => {
    expect(told(read(text))).toEqual([`retainUntil ${code}`]);
  });
});

test('so many years after a day is the same day, at midnight; after 29 February it may be 1 March', () => {
  expect(yearsAfter(new Date('2026-07-01T23:59:59Z'), 10)).toEqual(new Date('2036-07-01'));
  expect(yearsAfter(new Date('2028-02-29'), 5)).toEqual(new Date('2033-03-01'));
});
