import { parse } from 'graphql';
import {
  ageOn,
  latestToday,
  precisionOf,
  rangeOf,
} from '../../../../../../subgraphs/agency/records/formats/dates/partial-date.ts';
import { builtSdl, enumsIn } from '../../../../../support/schema-files.ts';

describe('a partial date means', () => {
  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2023-04', '2023-04-01', '2023-04-30'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['1900', '1900-01-01', '1900-12-31'],
  ])('%s any day from %s to %s', (date, first, last) => {
    expect(rangeOf(date)).toEqual({ first, last });
  });

  test.each([
    '2023-02-29',
    '2023-02-30',
    '2023-04-31',
    '2023-13',
    '2023-00',
    '2023-13-01',
    '2023-01-00',
    '1899-12-31',
    '0000',
  ])('%s no day at all', (date) => {
    expect(rangeOf(date)).toBeUndefined();
  });
});

test.each([
  ['2010-03-09', '2024-03-08', 13],
  ['2010-03-09', '2024-03-09', 14],
  ['2008-02-29', '2022-02-28', 13],
  ['2008-02-29', '2022-03-01', 14],
  ['2010-12-31', '2011-01-01', 0],
])('who was born on %s is on %s %i years old', (born, day, age) => {
  expect(ageOn(day, born)).toBe(age);
});

test('today is the latest that it can be anywhere', () => {
  expect(latestToday(new Date('2026-07-01T09:59:59Z'))).toBe('2026-07-01');
  expect(latestToday(new Date('2026-07-01T10:00:00Z'))).toBe('2026-07-02');
});

test.each([
  ['1985', 'YEAR'],
  ['1985-03', 'MONTH'],
  ['1985-03-09', 'DAY'],
])('of %s as much is known as the %s', (date, precision) => {
  expect(precisionOf(date)).toBe(precision);
});

test('these are the precisions of the SDL, and no others', () => {
  expect(enumsIn(parse(builtSdl('belarus'))).get('DatePrecision')).toEqual(['YEAR', 'MONTH', 'DAY']);
});
