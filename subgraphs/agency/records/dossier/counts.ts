/**
 * The numbers of an officer's day that steps of theirs count towards, by the names under which they are stored. Each is bounded where the
 * step is decided.
 */
export const countedAs = [
  /** Values that they have removed, or want to keep for a shorter time. */
  'removed',
  /** Values that they have recorded. */
  'recorded',
  /** Values of other cases' dossiers that they have contested. */
  'contested',
  /** Links, releases, removals and proposals of such dossiers that they have taken back. */
  'takenBack',
  /** Links and releases that they have proposed. */
  'proposed',
  /** Those of them on other cases' dossiers. */
  'proposedOutside',
  /** Persons whom they have cleared, and whose dossiers are erased for it. */
  'cleared',
  /** Dossiers that they have proposed to show to other agencies without a release, as often as they have. */
  'proposedShareable',
  /** Groups that they have amended, as often as they have. */
  'amended',
  /** Groups that they have recorded. */
  'recordedGroups',
  /** Their changes of dossiers: amendments, handling codes, contests, contests taken back and later terms. */
  'marked',
  /** Dossiers that they have made ORIGINATOR_ONLY, which ends their links and releases. */
  'narrowed',
  /** Cases that they have added to dossiers. */
  'addedCases',
  /** Requests that they have taken over from officers for whom they do not stand in. */
  'takenOver',
  /** Requests that they have taken over from officers for whom they stand in. */
  'stoodIn',
  /** Requests that they have assigned to others. */
  'assigned',
  /** Questions that they have put, or written, about the form of requests. */
  'questioned',
  /** Requests that nobody had taken up, and that they have. */
  'takenUp',
  /** Words of others, and answers that others have proposed, that they have replaced or turned down on requests of other cases. */
  'turnedDown',
  /** Answers that they have proposed to accepted requests of other cases. */
  'answeredOutside',
  /** Replies to questions, and reasons of later dates, that they have written. */
  'worded',
  /** Requests that they have proposed to refuse, to call impossible, or to answer that there is nothing. */
  'refused',
  /** Requests for information that they have drafted. */
  'drafted',
] as const;
export type CountedAs = (typeof countedAs)[number];

/** A number that a step counts for, and the most that one officer may have of it in a day. */
export interface OfDay {
  number: number;
  most: number;
}

/** The counts of a step for its officer's day. */
export type Counts = Partial<Record<CountedAs, OfDay>>;

/** A step that counts once, of which an officer may take so many in a day. */
export const once = (most: number): OfDay => ({ number: 1, most });

/** The counts of a step, each with its name. */
export const countsOf = (counts: Counts = {}): [CountedAs, OfDay][] =>
  countedAs.flatMap((name) => (counts[name] ? [[name, counts[name]] satisfies [CountedAs, OfDay]] : []));
