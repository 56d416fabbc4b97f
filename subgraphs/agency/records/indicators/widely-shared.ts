import { dayLength, daysAfter } from '../../../../terms/days.ts';

/**
 * An identifier that so many own dossiers hold that it is never compared. Its value is not here: it stays with the dossiers, and is erased with
 * them.
 */
export interface WidelyShared {
  /** The identifier, by its name. */
  _id: string;
  /** The number of dossiers that held it at the last count. */
  dossiers: number;
  /** The time of the count that was the first to find so many. */
  since: Date;
  /** The time of the last count. */
  at: Date;
  /** Its place among others, which begins with `since`. */
  place: string;
}

/** The place of an identifier that has been one since some time; without its name, the first place of that time. */
export const sharedPlace = (since: Date, indicator = ''): string => `${since.toISOString()} ${indicator}`;

/** The week before that of a moment, from Monday to Monday in UTC. */
export function weekBefore(moment: Date): { from: Date; until: Date } {
  const day = Math.floor(moment.getTime() / dayLength);
  // The first day of 1970 was a Thursday.
  const until = new Date((day - ((day + 3) % 7)) * dayLength);
  return { from: daysAfter(until, -7), until };
}
