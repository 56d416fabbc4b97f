import { callerError } from '../../../../server/errors.ts';

const length = 24 * 3_600_000;

/**
 * A day in UTC, from its beginning to that of the next.
 * @throws BAD_USER_INPUT for what is no day
 */
export function dayOf(text: string): { from: Date; to: Date } {
  const from = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(from.getTime());
  // February 30th would be a day in March.
  if (!isDay || from.toISOString().slice(0, 10) !== text)
    throw callerError('BAD_USER_INPUT', '`day` must be a day such as 2026-11-25.');
  return { from, to: new Date(from.getTime() + length) };
}
