import type { DecidedClass, WaitingKind } from '../../../../terms/enums.ts';

/** A step on a dossier that waits for an officer. It follows from the dossier and is written with it, so that all can be listed in order. */
export interface WaitingRecord {
  /** `<dossier> <kind>`, and the release, the link or the measure that it is about. */
  _id: string;
  kind: WaitingKind;
  dossier: string;
  /** The id of the release or the measure, or the name of the link; absent where a dossier has one of the kind at most. */
  of?: string;
  /** The dossier's cases, by which it is decided who may be shown it. */
  cases: string[];
  /** The classes that an officer must be able to read to take the step. */
  needs: DecidedClass[];
  /** The officer for whom it does not wait, because the step before was theirs; absent if there is none, or several. */
  not?: string;
  since: Date;
  due?: Date;
  /** The place among all that waits, see `orderOf`. */
  order: string;
}

/** A place in the order of all that waits. */
export interface WaitingPlace {
  due: Date | undefined;
  since: Date;
  id: string;
}

/** Stands in an order for a due date that there is not: after every date. */
export const notDue = '9999-12-31T23:59:59.999Z';

/** The due date, then the age, then the id: what is due first sorts first, and no two are alike. */
export const orderOf = ({ due, since, id }: WaitingPlace): string =>
  `${due?.toISOString() ?? notDue} ${since.toISOString()} ${id}`;

/** A place before everything that is due after a time, and behind everything that is due before. */
export const dueAfter = (due: Date): string => `${due.toISOString()} ~`;

/** A place behind everything without a due date that has waited since a time at the latest, and before what will wait later. */
export const waitingBy = (moment: Date): string => `${notDue} ${moment.toISOString()} ~`;

/** @returns undefined for a text that no order is */
export function placeIn(order: string): WaitingPlace | undefined {
  const [, due = '', since = '', id = ''] = /^(\S+) (\S+) (.+)$/.exec(order) ?? [];
  const at = new Date(since);
  if (Number.isNaN(at.getTime())) return undefined;
  return { due: due === notDue ? undefined : new Date(due), since: at, id };
}
