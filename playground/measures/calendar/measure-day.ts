/** Calendar days, `YYYY-MM-DD`, the first and the last counted. */
export interface Days {
  from: string;
  until: string;
}

/** The clock of Minsk and Moscow, by which measures have their days, is as far ahead of UTC all the year. */
const ahead = 3 * 3_600_000;
const dayLength = 86_400_000;

/** The most days of a plan, and from today to its first one: the agency judges by the same. */
export const mostDays = 14;
export const mostDaysAhead = 90;

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The day of a moment where measures are taken. */
export const measureDay = (now: number): string => dayOf(now + ahead);

/** The day so many days later, or earlier for a negative number. */
export const daysLater = (day: string, days: number): string => dayOf(Date.parse(day) + days * dayLength);

/** The number of days from one day to another. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((Date.parse(until) - Date.parse(from)) / dayLength);

/** Monday is 1 and Sunday is 7, as in ISO 8601. */
export const weekdayOf = (day: string): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

/** Monday and Sunday of the week of a day. */
export function weekOf(day: string): Days {
  const from = daysLater(day, 1 - weekdayOf(day));
  return { from, until: daysLater(from, 6) };
}

/** Monday and Sunday of a week of ISO 8601, such as `2026-W53`: the first one of a year has its 4 January. */
export function daysOfIsoWeek(week: string): Days {
  const [year = '', number = ''] = week.split('-W');
  return weekOf(daysLater(`${year}-01-04`, (Number(number) - 1) * 7));
}

/** The seven days of the week of a day. */
export const daysOfWeek = (day: string): string[] =>
  Array.from({ length: 7 }, (_, index) => daysLater(weekOf(day).from, index));

/** True for a whole day, and not a month or a year alone. */
export const isDay = (date: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(date);

/** A measure as far as its days are known. */
export interface Dated {
  window: Days | null;
  date: string;
}

/** The days of a measure; undefined where its day is not known. */
export function daysOfMeasure({ window, date }: Dated): Days | undefined {
  if (window) return window;
  return isDay(date) ? { from: date, until: date } : undefined;
}

/** The days among which a plan's may be chosen, today. */
export const firstDays = (today: string): Days => ({ from: today, until: daysLater(today, mostDaysAhead) });
export const lastDays = (from: string): Days => ({ from, until: daysLater(from, mostDays - 1) });

/** True for a day among others. */
export const isAmong = (day: string, { from, until }: Days): boolean => from <= day && day <= until;
