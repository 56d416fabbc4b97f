import type { SightingRecord } from './sighting.ts';

/**
 * The reason for which an identifier waits: its token is known, and its alerts come up with the next round as those of others do; its case has
 * no room today; or its officer has none, and then it takes nothing of its case.
 */
export type WaitsFor = 'ROUND' | 'CASE' | 'OFFICER';

const marks: Record<WaitsFor, string> = { ROUND: '0', CASE: '1', OFFICER: '2' };

/** The place of an identifier among those that wait: what officers recorded before imports, and then the oldest. */
export const turnOf = (
  waitsFor: WaitsFor,
  { isImported, at }: Pick<SightingRecord, 'isImported' | 'at'>,
  from: Date,
): string => `${marks[waitsFor]} ${isImported ? 1 : 0} ${from.toISOString()} ${at.toISOString()}`;

/** Its officer's budget is charged already: it waits for its case alone. */
export const isPaid = ({ turn }: Pick<SightingRecord, 'turn'>): boolean =>
  turn?.startsWith(`${marks.CASE} `) ?? false;

interface Range {
  $gt: string;
  $lt: string;
}

/** The places of those whose turn has come: officers' own, and those of imports. */
export const turnsUntil = (waitsFor: WaitsFor, now: Date): Range[] =>
  [0, 1].map((imported) => ({
    $gt: `${marks[waitsFor]} ${imported} `,
    $lt: `${marks[waitsFor]} ${imported} ${now.toISOString()}~`,
  }));

/** The places of all that wait for a later day. */
export const postponedTurns: Range = { $gt: `${marks.CASE} `, $lt: `${marks.OFFICER}~` };
