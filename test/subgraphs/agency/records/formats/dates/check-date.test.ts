import { checkDate } from '../../../../../../subgraphs/agency/records/formats/dates/check-date.ts';
import { told } from '../../checks/support/input.ts';

const today = new Date('2026-07-01T06:00:00Z');

test.each(['2026-07-01', '2026-07', '2026', '1985-03-09'])('%s can have happened', (date) => {
  expect(told(checkDate(date, today))).toEqual([]);
});

test.each(['2026-07-02', '2026-08', '2027'])('%s lies in the future, whatever day it means', (date) => {
  expect(told(checkDate(date, today))).toEqual([' DATE_IN_FUTURE']);
  expect(told(checkDate(date, today, { mayLieAhead: true }))).toEqual([]);
});

test('a day that is today in the east of Russia is none of the future', () => {
  const evening = new Date('2026-07-01T20:00:00Z');
  expect(told(checkDate('2026-07-02', evening))).toEqual([]);
  expect(told(checkDate('2026-07-03', evening))).toEqual([' DATE_IN_FUTURE']);
});

test('a day that the calendar has not is impossible, ahead or not', () => {
  expect(told(checkDate('2023-02-30', today))).toEqual([' IMPOSSIBLE_DATE']);
  expect(told(checkDate('2027-02-30', today, { mayLieAhead: true }))).toEqual([' IMPOSSIBLE_DATE']);
});
