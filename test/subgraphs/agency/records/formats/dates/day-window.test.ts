import {
  endOfDay,
  measureDay,
  weekOf,
  windowProblems,
} from '../../../../../../subgraphs/agency/records/formats/dates/day-window.ts';

const noon = new Date('2026-12-01T09:00:00Z');
const told = (from: string, until: string, now = noon) =>
  windowProblems({ from, until }, now).map(({ path, code }) => `${path} ${code}`);

describe('the days of a measure', () => {
  test.each([
    ['today alone', '2026-12-01', '2026-12-01'],
    ['fourteen days', '2026-12-01', '2026-12-14'],
    ['over New Year', '2026-12-28', '2027-01-03'],
    ['from ninety days ahead on', '2027-03-01', '2027-03-14'],
  ])('may be %s', (_which, from, until) => {
    expect(told(from, until)).toEqual([]);
  });

  test.each([
    ['in the past', '2026-11-30', '2026-12-02', ['from WINDOW_PAST']],
    ['reversed', '2026-12-05', '2026-12-04', ['until INCONSISTENT']],
    ['fifteen', '2026-12-05', '2026-12-19', ['until WINDOW_TOO_LONG']],
    ['ninety-one days ahead', '2027-03-02', '2027-03-02', ['from WINDOW_TOO_FAR']],
    ['in two years', '2028-12-01', '2028-12-02', ['from WINDOW_TOO_FAR']],
    ['past and too many', '2026-01-01', '2026-12-31', ['from WINDOW_PAST', 'until WINDOW_TOO_LONG']],
  ])('may not be %s', (_which, from, until, problems) => {
    expect(told(from, until)).toEqual(problems);
  });

  test('are those of Minsk and Moscow: a day begins and ends there three hours before it does in UTC', () => {
    expect(measureDay(new Date('2026-12-01T20:59:59Z'))).toBe('2026-12-01');
    expect(measureDay(new Date('2026-12-01T21:00:00Z'))).toBe('2026-12-02');
    expect(endOfDay('2026-12-01')).toEqual(new Date('2026-12-01T21:00:00Z'));
    expect(told('2026-12-01', '2026-12-01', new Date('2026-12-01T21:00:00Z'))).toEqual(['from WINDOW_PAST']);
  });

  test.each([
    ['a Monday', '2026-11-30'],
    ['a Wednesday', '2026-12-02'],
    ['a Sunday', '2026-12-06'],
  ])('are in the week of %s', (_day, day) => {
    expect(weekOf(day)).toEqual({ from: '2026-11-30', until: '2026-12-06' });
  });

  test('are in a week that two years share', () => {
    expect(weekOf('2027-01-01')).toEqual({ from: '2026-12-28', until: '2027-01-03' });
  });
});
