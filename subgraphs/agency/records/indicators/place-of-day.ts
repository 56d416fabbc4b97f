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
 * Gives identifiers that an officer records their places among all that they write in a day: those of officers are followed up by place, so that an
 * officer's fifth comes before another one's sixth, however many either has written. What is beyond the day's budget waits for later days from the start,
 * as many for each; no day is taken for it, and what the officer records on that day goes before it.
 * @param before as many has the officer recorded on that day already
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

/**
 * Gives identifiers that come back, or come to another case, the first places of their officer's day: they were recorded long before, and what their
 * officer has recorded since must not put them off. So they are followed up at once, within the budgets as all others, and where the officer's has no
 * room they wait for the next day before the rest. The first ones of a day, as many as its budget has room for, have place 0, as many more place 1.
 * @param before as many did the officer bring back on that day already
 */
export const restoredFrom = (
  before: number,
  sightings: readonly SightingRecord[],
  { perDay }: Pick<Day, 'perDay'>,
): SightingRecord[] =>
  sightings.map((sighting, index) => ({ ...sighting, place: Math.floor((before + index) / perDay) }));
