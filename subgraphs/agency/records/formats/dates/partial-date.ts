import { dayOf } from '../../../../../terms/days.ts';
import type { DatePrecision } from '../../../../../terms/enums.ts';

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much of a date as is known (ISO 8601 reduced precision). */
export type PartialDate = string;

/** The known part of a date, from its length. */
export function precisionOf(date: PartialDate): DatePrecision {
  if (date.length === 4) return 'YEAR';
  return date.length === 7 ? 'MONTH' : 'DAY';
}

/** The first and the last day that a partial date can mean, `YYYY-MM-DD`. */
export interface DayRange {
  first: string;
  last: string;
}

/** Before it nobody was born who can be a suspect, and no article was in force. */
const earliestYear = 1900;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Undefined for a day that the calendar does not have, or that lies before anybody's life. */
export function rangeOf(date: PartialDate): DayRange | undefined {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (year < earliestYear) return undefined;
  if (month === undefined) return { first: `${date}-01-01`, last: `${date}-12-31` };
  if (month < 1 || month > 12) return undefined;
  // The day before the next month's first.
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day === undefined) return { first: `${date}-01`, last: `${date}-${twoDigits(lastDay)}` };
  return day >= 1 && day <= lastDay ? { first: date, last: date } : undefined;
}

/** Full years of age on a day of somebody born on another; both `YYYY-MM-DD`. */
export function ageOn(day: string, born: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The latest day that it can be anywhere: clocks are up to 14 hours ahead of UTC (Kiribati), in Kamchatka 12. */
export const latestToday = (now: Date): string => dayOf(new Date(now.getTime() + 14 * 3_600_000));
