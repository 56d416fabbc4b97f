import { dayLength, daysAfter } from '../../../../terms/days.ts';

/**
 * An identifier that so many officers hold in so many cases that it is not compared. Its value is not here: it stays with the dossiers, and is
 * erased with them.
 */
export interface WidelyShared {
  /** The identifier, by its name. */
  _id: string;
  /** The number of dossiers that held it at the last count. */
  dossiers: number;
  /** The number of cases at the last count, and of the officers who recorded it; all imports are one. */
  cases?: number;
  officers?: number;
  /** The time of the count that was the first to find so many. */
  since: Date;
  /** The time of the last count. */
  at: Date;
  /** Its place among others, which begins with `since`. */
  place: string;
}

/** The number of dossiers with it that one officer recorded in a day; for an import no officer is named. */
export interface SharedRecorder {
  officer?: string;
  /** The day in UTC, such as `2026-11-25`. */
  day: string;
  dossiers: number;
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

const imported = 'import ';

/** Counts dossiers by who recorded them and on which day, the newest day first. A dossier names the officer and the key of the request. */
export function recordersOf(
  dossiers: readonly { recordedWith: string; createdAt: Date }[],
): SharedRecorder[] {
  const counted = new Map<string, SharedRecorder>();
  for (const { recordedWith, createdAt } of dossiers) {
    const officer = recordedWith.startsWith(imported)
      ? undefined
      : recordedWith.slice(0, recordedWith.lastIndexOf(' '));
    const day = createdAt.toISOString().slice(0, 10);
    const key = `${day} ${officer ?? imported}`;
    const before = counted.get(key)?.dossiers ?? 0;
    counted.set(key, { day, dossiers: before + 1, ...(officer !== undefined && { officer }) });
  }
  return [...counted].sort(([one], [other]) => (one < other ? 1 : -1)).map(([, each]) => each);
}
