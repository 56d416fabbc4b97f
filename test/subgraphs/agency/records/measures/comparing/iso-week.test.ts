import {
  isoWeekOf,
  weeksOf,
} from '../../../../../../subgraphs/agency/records/measures/comparing/iso-week.ts';

describe('the ISO week of a day', () => {
  test.each([
    ['2026-12-01', '2026-W49'],
    // 2026 begins on a Thursday, and so has 53 weeks.
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    // Three days of a new year before its first week, and three days of an old one within it.
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2024-12-31', '2025-W01'],
    ['2025-01-01', '2025-W01'],
    ['2023-01-01', '2022-W52'],
    ['2028-02-29', '2028-W09'],
  ])('of %s is %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week);
  });
});

describe('the weeks of a window', () => {
  test('are those of its days, and of three days before and after it', () => {
    // From a Thursday to a Thursday: Monday to Sunday of one week, and no day of another.
    expect(weeksOf({ from: '2026-12-10', until: '2026-12-10' })).toEqual(['2026-W50']);
    // From a Wednesday on the days before reach into the week before, and on a Friday into the week after.
    expect(weeksOf({ from: '2026-12-09', until: '2026-12-09' })).toEqual(['2026-W49', '2026-W50']);
    expect(weeksOf({ from: '2026-12-11', until: '2026-12-11' })).toEqual(['2026-W50', '2026-W51']);
  });

  test('are the last one of an old year and the first one of the new', () => {
    expect(weeksOf({ from: '2027-01-01', until: '2027-01-01' })).toEqual(['2026-W53', '2027-W01']);
    expect(weeksOf({ from: '2024-12-31', until: '2024-12-31' })).toEqual(['2024-W52', '2025-W01']);
  });

  test('are four at the most', () => {
    expect(weeksOf({ from: '2026-12-02', until: '2026-12-15' })).toHaveLength(4);
    expect(weeksOf({ from: '2026-12-04', until: '2026-12-17' })).toHaveLength(3);
    expect(weeksOf({ from: '2026-12-05', until: '2026-12-18' })).toEqual([
      '2026-W49',
      '2026-W50',
      '2026-W51',
      '2026-W52',
    ]);
  });
});
