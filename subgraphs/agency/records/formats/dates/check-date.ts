import { type CheckResult, refuse } from '../../problem.ts';
import { type DayRange, latestToday, type PartialDate, rangeOf } from './partial-date.ts';

/** A date that the calendar has; what may lie ahead is what is only planned. */
export function checkDate(
  date: PartialDate,
  today: Date,
  { mayLieAhead = false } = {},
): CheckResult<DayRange> {
  const range = rangeOf(date);
  if (!range) {
    return refuse(
      'IMPOSSIBLE_DATE',
      'There is no such day since 1900: correct it, or give only the part that is known (YYYY or YYYY-MM).',
    );
  }
  if (!mayLieAhead && range.first > latestToday(today)) {
    return refuse('DATE_IN_FUTURE', 'This date is in the future: give the date on which it happened.');
  }
  return { value: range };
}
