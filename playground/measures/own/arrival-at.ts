import type { MeasurePlace } from '../../desk/address.ts';

/** The place among the measures where the officer was last, and whether they have been elsewhere since it was read: in another view, or at the calendar. */
export interface Visit {
  place: MeasurePlace | undefined;
  wasAway: boolean;
}

export const noVisit: Visit = { place: undefined, wasAway: true };

/** The visit once the officer has gone to another view: what a step came to is still told when they come back. */
export const left = ({ place }: Visit): Visit => ({ place, wasAway: true });

/** The consequences of an arrival at a place, or at the calendar, where there is none. */
export interface Arrival {
  visit: Visit;
  /** It is another place than the last one, of which the outcome of a step says nothing. */
  isOther: boolean;
  /** Its dossier is to be read: what was read before the officer came from elsewhere may be of the day before. */
  isWanted: boolean;
}

/** @param isOwn false for an address that was followed, which nothing is asked for by itself */
export function arrivalAt(before: Visit, place: MeasurePlace | undefined, isOwn: boolean): Arrival {
  const isOther = before.place?.dossier !== place?.dossier || before.place?.measure !== place?.measure;
  if (!place) return { visit: noVisit, isOther, isWanted: false };
  const isNew = before.wasAway || before.place?.dossier !== place.dossier;
  return { visit: { place, wasAway: isNew && !isOwn }, isOther, isWanted: isNew && isOwn };
}
