import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import { type Problem, refuse } from '../../problem.ts';

/** The calendar days on which a measure may begin, `YYYY-MM-DD`, the first and the last counted, by the clock of `measureDay`. */
export interface DayWindow {
  from: string;
  until: string;
}

/** The clock of Minsk and Moscow is as far ahead of UTC, all the year. */
const hoursAhead = 3;

/** The day of a moment where measures are taken. */
export const measureDay = (moment: Date): string =>
  dayOf(new Date(moment.getTime() + hoursAhead * 3_600_000));

/** The first moment of a day there. */
export const startOfDay = (day: string): Date => new Date(new Date(day).getTime() - hoursAhead * 3_600_000);

/** The first moment at which a day is over there. */
export const endOfDay = (day: string): Date => daysAfter(startOfDay(day), 1);

/** The most days of a window. */
export const mostDays = 14;

/** The most days from today to the first one of a window. */
export const mostDaysAhead = 90;

/** The day so many days on. */
export const later = (day: string, days: number): string => dayOf(daysAfter(new Date(day), days));

/**
 * The window of a measure that begins today without waiting for its own. It keeps that where today is in it; otherwise it may take as long as any, so that it
 * is compared for as long as it may go on.
 */
export const windowAtOnce = (planned: DayWindow | undefined, today: string): DayWindow =>
  planned && planned.from <= today && today <= planned.until
    ? planned
    : { from: today, until: later(today, mostDays - 1) };

/** What is planned in a window, and how long and how far ahead that may be. */
export interface WindowBounds {
  /** Begins a sentence. */
  what: string;
  days: number;
  daysAhead: number;
}

const ofMeasure: WindowBounds = { what: 'A measure', days: mostDays, daysAhead: mostDaysAhead };

/** Problems of a window in which something is planned now: a measure, where nothing else is said. */
export function windowProblems(
  { from, until }: DayWindow,
  now: Date,
  { what, days, daysAhead }: WindowBounds = ofMeasure,
): Problem[] {
  const today = measureDay(now);
  const problems: Problem[] = [];
  const add = (...[code, message, path]: [Problem['code'], string, string]) =>
    problems.push(...refuse(code, message, path).problems);
  if (from < today) add('WINDOW_PAST', 'This day is past: give today or a later day.', 'from');
  if (from > later(today, daysAhead))
    add('WINDOW_TOO_FAR', `${what} is planned at most ${daysAhead} days ahead.`, 'from');
  if (until < from) add('INCONSISTENT', 'The last day must not come before the first.', 'until');
  if (until > later(from, days - 1))
    add('WINDOW_TOO_LONG', `${what} is planned for at most ${days} days: give an earlier last day.`, 'until');
  return problems;
}

/** Monday and Sunday of the week that a day is in. */
export function weekOf(day: string): DayWindow {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const from = later(day, -sinceMonday);
  return { from, until: later(from, 6) };
}

/** The earliest first day of a window that meets a day. */
export const earliestMeeting = (day: string): string => later(day, 1 - mostDays);
