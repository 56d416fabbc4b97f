const length = 24 * 3_600_000;

/** A day in UTC, from its beginning to that of the next; undefined for a text that names none. */
export function dayOf(text: string): { from: Date; to: Date } | undefined {
  const from = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(from.getTime());
  // February 30th would be a day in March.
  if (!isDay || from.toISOString().slice(0, 10) !== text) return undefined;
  return { from, to: new Date(from.getTime() + length) };
}
