import type { Random } from './random.ts';

/** The moment at which the demo data stand still: nothing in them is later, and no clock is read. */
export const reference = new Date('2026-11-01T00:00:00Z');

const minute = 60_000;

/** A whole minute of the span, as an officer's clock shows it. */
export function momentBetween(random: Random, from: Date, until: Date): Date {
  const minutes = Math.floor((until.getTime() - from.getTime()) / minute);
  return new Date(from.getTime() + random.between(0, Math.max(0, minutes)) * minute);
}
