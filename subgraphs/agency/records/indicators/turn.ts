import type { SightingRecord } from './sighting.ts';

/**
 * The reason for which an identifier waits: its token is known, and its alerts come up with the next round as those of others do; its case has
 * no room today; or its officer has none, and then it takes nothing of its case.
 */
export type WaitsFor = 'ROUND' | 'CASE' | 'OFFICER';

const marks: Record<WaitsFor, string> = { ROUND: '0', CASE: '1', OFFICER: '2' };

/** Digits of a place, more than an officer writes in a day. */
const digits = 8;

/**
 * The turn of an identifier among those that wait: what officers recorded comes before imports, then what waits for the earliest day, then by its place
 * among its officer's, so that no officer's waits behind all of another one's, and then the oldest.
 */
export const turnOf = (
  waitsFor: WaitsFor,
  { isImported, at, place = 0 }: Pick<SightingRecord, 'isImported' | 'at' | 'place'>,
  from: Date,
): string =>
  `${marks[waitsFor]} ${isImported ? 1 : 0} ${from.toISOString()} ${String(place).padStart(digits, '0')} ${at.toISOString()}`;

/** Its officer's budget is charged already: it waits for its case alone. */
export const isPaid = ({ turn }: Pick<SightingRecord, 'turn'>): boolean =>
  turn?.startsWith(`${marks.CASE} `) ?? false;

interface Range {
  $gt: string;
  $lt: string;
}

/** The turns that have come: of what officers recorded, or of what an import brought. */
export const turnsUntil = (waitsFor: WaitsFor, isImported: boolean, now: Date): Range => {
  const start = `${marks[waitsFor]} ${isImported ? 1 : 0} `;
  return { $gt: start, $lt: `${start}${now.toISOString()}~` };
};

/** The turns of all that wait for a later day. */
export const postponedTurns: Range = { $gt: `${marks.CASE} `, $lt: `${marks.OFFICER}~` };
