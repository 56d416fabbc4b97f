import {
  type Dated,
  daysBetween,
  daysOfIsoWeek,
  daysOfMeasure,
  daysOfWeek,
  firstDays,
  isAmong,
  lastDays,
  measureDay,
  mostDays,
  mostDaysAhead,
  weekdayOf,
  weekOf,
} from '../../../playground/measures/calendar/measure-day.ts';
import { barsOn, weekLayout } from '../../../playground/measures/calendar/week-layout.ts';
import * as agency from '../../../subgraphs/agency/records/formats/dates/day-window.ts';

describe('a day', () => {
  test.each([
    ['2026-12-01T20:59:59Z', '2026-12-01'],
    ['2026-12-01T21:00:00Z', '2026-12-02'],
    ['2026-12-31T21:00:00Z', '2027-01-01'],
    ['2028-02-28T22:00:00Z', '2028-02-29'],
  ])('at %s is %s in Minsk and Moscow, as the agency has it', (moment, day) => {
    expect(measureDay(Date.parse(moment))).toBe(day);
    expect(agency.measureDay(new Date(moment))).toBe(day);
  });

  test('and the bounds of a plan are those by which the agency judges', () => {
    expect([mostDays, mostDaysAhead]).toEqual([agency.mostDays, agency.mostDaysAhead]);
    const now = new Date('2026-12-01T22:00:00Z');
    const first = firstDays(measureDay(now.getTime()));
    expect(first).toEqual({ from: '2026-12-02', until: '2027-03-02' });
    for (const from of [first.from, first.until]) {
      expect(agency.windowProblems(lastDays(from), now)).toEqual([]);
      expect(agency.windowProblems({ from, until: from }, now)).toEqual([]);
    }
    const { until } = lastDays(first.from);
    expect(agency.windowProblems({ from: first.from, until: '2026-12-16' }, now)).toHaveLength(1);
    expect(until).toBe('2026-12-15');
    expect(agency.windowProblems({ from: '2027-03-03', until: '2027-03-03' }, now)).toHaveLength(1);
  });
});

describe('a week', () => {
  test.each([
    // 2026 has a week 53, which ends in the next year.
    ['2026-12-28', '2026-12-28', '2027-01-03'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
    ['2027-01-03', '2026-12-28', '2027-01-03'],
    ['2027-01-04', '2027-01-04', '2027-01-10'],
    ['2028-02-29', '2028-02-28', '2028-03-05'],
  ])('of %s is from %s to %s, as the agency lists it', (day, from, until) => {
    expect(weekOf(day)).toEqual({ from, until });
    expect(agency.weekOf(day)).toEqual({ from, until });
    const days = daysOfWeek(day);
    expect([days.length, days[0], days[6]]).toEqual([7, from, until]);
    expect(days.map(weekdayOf)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(isAmong(day, weekOf(day))).toBe(true);
  });

  test('is as long over the end of a year as any other', () => {
    expect(daysBetween('2026-12-28', '2027-01-03')).toBe(6);
    expect(daysBetween('2027-01-03', '2026-12-28')).toBe(-6);
  });
});

describe('the days of a measure', () => {
  test.each<[Dated, unknown]>([
    [
      { window: { from: '2026-12-30', until: '2027-01-04' }, date: '2026-12-31' },
      { from: '2026-12-30', until: '2027-01-04' },
    ],
    [
      { window: null, date: '2026-12-31' },
      { from: '2026-12-31', until: '2026-12-31' },
    ],
    [{ window: null, date: '2026-12' }, undefined],
    [{ window: null, date: '2026' }, undefined],
  ])('%j are %j', (dated, days) => expect(daysOfMeasure(dated)).toEqual(days));
});

describe('the layout of a week', () => {
  interface Drawn extends Dated {
    name: string;
  }
  const over = (name: string, from: string, until = from): Drawn => ({
    name,
    date: from,
    window: { from, until },
  });
  const laidOut = (measures: readonly Drawn[], day: string) =>
    weekLayout(measures, (measure) => measure, day).map(({ measure, column, end, lane, ...bar }) => [
      measure.name,
      column,
      end,
      lane,
      `${bar.comesFromBefore ? '<' : ''}${bar.goesOnAfter ? '>' : ''}`,
    ]);

  test('is empty without measures, and without one whose day is not known', () => {
    expect(laidOut([], '2026-12-30')).toEqual([]);
    expect(laidOut([{ name: 'old', date: '2026-12', window: null }], '2026-12-30')).toEqual([]);
    expect(weekLayout(['withheld'], () => undefined, '2026-12-30')).toEqual([]);
  });

  test('gives each measure a lane that is its own on all of its days', () => {
    const measures = [
      over('b', '2026-12-29', '2026-12-30'),
      over('a', '2026-12-28', '2026-12-29'),
      over('c', '2026-12-30'),
      over('d', '2026-12-31', '2027-01-01'),
    ];
    expect(laidOut(measures, '2027-01-01')).toEqual([
      ['a', 1, 3, 1, ''],
      ['b', 2, 4, 2, ''],
      ['c', 3, 4, 1, ''],
      ['d', 4, 6, 1, ''],
    ]);
  });

  test('puts the longest first of those that begin on a day, and keeps the order of equal ones', () => {
    const measures = [
      over('short', '2026-12-28'),
      over('long', '2026-12-28', '2026-12-30'),
      over('short too', '2026-12-28'),
    ];
    expect(laidOut(measures, '2026-12-28').map(([name]) => name)).toEqual(['long', 'short', 'short too']);
  });

  test('cuts what begins before the week or goes on after it, over the end of a year', () => {
    const measures = [
      over('whole', '2026-12-20', '2027-01-20'),
      over('ends', '2026-12-20', '2026-12-28'),
      over('begins', '2027-01-03', '2027-01-10'),
      over('before', '2026-12-27'),
      over('after', '2027-01-04'),
    ];
    expect(laidOut(measures, '2027-01-01')).toEqual([
      ['whole', 1, 8, 1, '<>'],
      ['ends', 1, 2, 2, '<'],
      ['begins', 7, 8, 2, '>'],
    ]);
  });

  test('never puts two on one day into one lane', () => {
    const measures = Array.from({ length: 60 }, (_, index) =>
      over(String(index), `2026-12-${28 + (index % 4)}`, `2027-01-0${1 + ((index * 7) % 5)}`),
    );
    const bars = weekLayout(measures, (measure) => measure, '2027-01-01');
    for (const day of daysOfWeek('2027-01-01')) {
      const lanes = barsOn(bars, day).map(({ lane }) => lane);
      expect(new Set(lanes).size).toBe(lanes.length);
      expect(lanes).toEqual([...lanes].sort((one, other) => one - other));
    }
  });

  test('lists the same measures by day', () => {
    const bars = weekLayout(
      [over('a', '2026-12-30', '2027-01-01'), over('b', '2027-01-01')],
      (measure) => measure,
      '2027-01-01',
    );
    const named = (day: string) => barsOn(bars, day).map(({ measure }) => measure.name);
    expect(daysOfWeek('2027-01-01').map(named)).toEqual([[], [], ['a'], ['a'], ['a', 'b'], [], []]);
  });
});

test.each([
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-W01', '2027-01-04', '2027-01-10'],
])('the week %s of ISO 8601 is from %s until %s', (week, from, until) => {
  expect(daysOfIsoWeek(week)).toEqual({ from, until });
});
