const askAnother = 'wait for the next day, or ask another officer.';
const askOfCase = 'wait for the next day, or ask an officer of the case.';

/**
 * The numbers of an officer's day that steps of theirs count towards, by the names under which they are stored, each with the words of its refusal
 * after `An officer`. Each is bounded where the step is decided.
 */
export const counted = {
  /** Values that they have removed, or want to keep for a shorter time. */
  removed: (most: number) => `removes at most ${most} values in a day: ${askAnother}`,
  /** Values that they have recorded. */
  recorded: (most: number) => `records at most ${most} values in a day: ${askAnother}`,
  /** Values of other cases' dossiers that they have contested. */
  contested: (most: number) => `contests at most ${most} values of other cases in a day: ${askOfCase}`,
  /** Links, releases, removals and proposals of such dossiers that they have taken back. */
  takenBack: (most: number) =>
    `takes back at most ${most} links, releases, removals and proposals of other cases in a day: ${askOfCase}`,
  /** Links and releases that they have proposed. */
  proposed: (most: number) => `proposes at most ${most} links and releases in a day: ${askAnother}`,
  /** Those of them on other cases' dossiers. */
  proposedOutside: (most: number) =>
    `proposes at most ${most} links and releases of other cases in a day: ${askOfCase}`,
  /** Persons whom they have cleared, and whose dossiers are erased for it. */
  cleared: (most: number) => `clears at most ${most} persons in a day: ${askAnother}`,
  /** Dossiers that they have proposed to show to other agencies without a release, as often as they have. */
  proposedShareable: (most: number) =>
    `proposes at most ${most} dossiers as SHAREABLE in a day: ${askAnother}`,
  /** Groups that they have amended, as often as they have. */
  amended: (most: number) => `amends at most ${most} groups in a day: ${askAnother}`,
  /** Groups that they have recorded. */
  recordedGroups: (most: number) => `records at most ${most} groups in a day: ${askAnother}`,
  /** Their changes of dossiers: amendments, handling codes, contests, contests taken back, later terms and steps on measures. */
  marked: (most: number) =>
    `changes dossiers at most ${most} times in a day (amendments, handling codes, contests, contests taken back, later terms, steps on measures): ${askAnother}`,
  /** Dossiers that they have made ORIGINATOR_ONLY, which ends their links and releases. */
  narrowed: (most: number) => `makes at most ${most} dossiers ORIGINATOR_ONLY in a day: ${askAnother}`,
  /** Cases that they have added to dossiers. */
  addedCases: (most: number) => `adds at most ${most} cases to dossiers in a day: ${askAnother}`,
  /** Measures that they have started at once, with an urgency; of a case those that anybody has. */
  urgent: (most: number) =>
    `has at most ${most} measures started at once in a day: have it authorised, or wait for the next day.`,
  /** Requests that they have taken over from officers for whom they do not stand in. */
  takenOver: (most: number) =>
    `takes over at most ${most} requests of others in a day: wait for the next day, or have them name you as their deputy.`,
  /** Requests that they have taken over from officers for whom they stand in. */
  stoodIn: (most: number) =>
    `takes over at most ${most} requests in a day of officers whose deputy they are: ${askAnother}`,
  /** Requests that they have assigned to others. */
  assigned: (most: number) => `assigns at most ${most} requests in a day: ${askAnother}`,
  /** Questions that they have put, or written, about the form of requests. */
  questioned: (most: number) => `asks about the form of at most ${most} requests in a day: ${askAnother}`,
  /** Requests that nobody had taken up, and that they have. */
  takenUp: (most: number) => `takes up at most ${most} requests that nobody has in a day: ${askAnother}`,
  /** Words of others, and answers that others have proposed, that they have replaced or turned down on requests of other cases. */
  turnedDown: (most: number) =>
    `turns down or replaces at most ${most} texts and answers of others, on requests of other cases, in a day: ${askOfCase}`,
  /** Answers that they have proposed to accepted requests of other cases. */
  answeredOutside: (most: number) =>
    `proposes at most ${most} answers to requests about dossiers of other cases in a day: ${askOfCase}`,
  /** Replies to questions, and reasons of later dates, that they have written. */
  worded: (most: number) =>
    `writes at most ${most} replies and reasons of later dates in a day: ${askAnother}`,
  /** Requests that they have proposed to refuse, to call impossible, or to answer that there is nothing. */
  refused: (most: number) =>
    `proposes to refuse at most ${most} requests, or to answer NO_DATA to them, in a day: ${askAnother}`,
  /** Offers of joint operations that they have written. */
  offered: (most: number) => `writes at most ${most} offers of joint operations in a day: ${askAnother}`,
  /** Requests for information that they have drafted. */
  drafted: (most: number) => `drafts at most ${most} requests in a day: ${askAnother}`,
} as const;
export type CountedAs = keyof typeof counted;
export const countedAs = Object.keys(counted) as readonly CountedAs[];

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
