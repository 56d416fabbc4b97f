import { dayLength, dayOf, daysAfter } from '../../../../../terms/days.ts';
import type { DayWindow } from '../../formats/dates/day-window.ts';

/** Days before and after a window that count with it: a courier who is followed until Friday is not to be arrested on Saturday. */
const margin = 3;

/** The ISO week of a day (ISO 8601), such as `2026-W53`: the week of its Thursday, in the year of which that is. */
export function isoWeekOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const thursday = daysAfter(at, 3 - ((at.getUTCDay() + 6) % 7));
  const year = thursday.getUTCFullYear();
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayLength)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Every ISO week that a window touches, with three days before and after it, in their order. */
export function weeksOf({ from, until }: DayWindow): string[] {
  const weeks = new Set<string>();
  const last = daysAfter(new Date(`${until}T00:00:00Z`), margin);
  let day = daysAfter(new Date(`${from}T00:00:00Z`), -margin);
  for (; day <= last; day = daysAfter(day, 1)) weeks.add(isoWeekOf(dayOf(day)));
  return [...weeks];
}
