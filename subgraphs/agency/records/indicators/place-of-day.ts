import { daysAfter } from '../../../../terms/days.ts';
import { nextDay } from './budget-of-day.ts';
import type { SightingRecord } from './sighting.ts';
import { turnOf } from './turn.ts';

/** The day on which identifiers are written, and how many of one officer are compared in a day. */
interface Day {
  at: Date;
  perDay: number;
}

/**
 * Gives identifiers that an officer writes their places among all that they write in a day: those of officers are followed up by place, so that an
 * officer's fifth comes before another one's sixth, however many either has written. What is beyond the day's budget waits for later days from the start,
 * as many for each; no day is taken for it, and what the officer writes on that day goes before it.
 * @param before as many has the officer written on that day already
 */
export const placedFrom = (
  before: number,
  sightings: readonly SightingRecord[],
  { at, perDay }: Day,
): SightingRecord[] =>
  sightings.map((sighting, index) => {
    const placed = { ...sighting, place: before + index + 1 };
    const later = Math.floor((before + index) / perDay);
    if (later === 0) return placed;
    const from = daysAfter(nextDay(at), later - 1);
    return { ...placed, change: 'WAITS', turn: turnOf('OFFICER', placed, from) };
  });
