import type { Random } from './random.ts';

/** The moment at which the demo data stand still: nothing in them is later, and no clock is read. */
export const reference = new Date('2026-11-01T00:00:00Z');

export const dayInMilliseconds = 86_400_000;
const minute = 60_000;

export const daysAfter = (moment: Date, days: number): Date =>
  new Date(moment.getTime() + days * dayInMilliseconds);

/** `YYYY-MM-DD`, UTC. */
export const dateOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** A whole minute of the span, as an officer's clock shows it. */
export function momentBetween(random: Random, from: Date, until: Date): Date {
  const minutes = Math.floor((until.getTime() - from.getTime()) / minute);
  return new Date(from.getTime() + random.between(0, Math.max(0, minutes)) * minute);
}
