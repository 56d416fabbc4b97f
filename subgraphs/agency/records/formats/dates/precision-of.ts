import type { DatePrecision } from '../../../../../terms/enums.ts';
import type { PartialDate } from './day-range.ts';

/** The known part of a date, from its length (ISO 8601 reduced precision). */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'YEAR';
  return date.length === 7 ? 'MONTH' : 'DAY';
}
