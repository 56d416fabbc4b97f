import { dayOf, daysAfter } from '../../../../terms/days.ts';

/** The bounds of a day in UTC, from its beginning to that of the next; undefined for a text that names none. */
export function boundsOfDay(text: string): { from: Date; to: Date } | undefined {
  const from = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(from.getTime());
  // February 30th would be a day in March.
  if (!isDay || dayOf(from) !== text) return undefined;
  return { from, to: daysAfter(from, 1) };
}
