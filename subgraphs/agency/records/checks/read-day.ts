import { dayOf, yearsAfter } from '../../../../terms/days.ts';
import { rangeOf } from '../formats/dates/partial-date.ts';
import { type Problem, refuse } from '../problem.ts';

/**
 * The day on which a value is erased, `YYYY-MM-DD`, at midnight UTC.
 * @param path of the field, for the problems
 */
export function readDay(
  path: string,
  text: string,
  { today, longestYears }: { today: Date; longestYears: number },
): { day: Date } | { problems: Problem[] } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuse('MALFORMED', 'Give a day as YYYY-MM-DD.', path);
  if (!rangeOf(text)) return refuse('IMPOSSIBLE_DATE', 'There is no such day in the calendar.', path);
  if (text < dayOf(today)) {
    return refuse('RETENTION_PAST', 'This day is past: give today or a later day.', path);
  }
  const day = new Date(`${text}T00:00:00Z`);
  if (day > yearsAfter(today, longestYears)) {
    const message = `Nothing is held for more than ${longestYears} years: give an earlier day, or none for the usual period.`;
    return refuse('RETENTION_TOO_LONG', message, path);
  }
  return { day };
}
