/** One value that was tried beside a name. */
export interface Trial {
  kind: string;
  /** A token of the value. */
  value: number;
  /** Guesses that it makes: a date that is a date with day and month swapped too is two. */
  steps: number;
}

/** The values that a search, or a comparison, tries beside one name. */
export interface Series {
  /** Tokens of the forms of the name. Two series with one in common are the same. */
  forms: number[];
  trials: Trial[];
}

/** A part of a series as a budget holds it, with the request that tried it. */
export interface TriedSeries extends Series {
  by: string;
}

/** The series that one question goes on with. Each of its surnames is a person of its own; dates tried beside a given name come again. */
export interface SeriesOfQuestion {
  bySurname: readonly Series[];
  byGivenName: readonly Series[];
}

/** Guesses of a series that cost one each: as many as a family has members, or a date that was heard badly has readings. */
export const cheapOfSeries = 6;

/** Enough to be over every budget. */
export const mostDoublings = 30;

/** The price of so many guesses of one series: each after the cheap ones costs twice the one before. */
export const costOfSeries = (guesses: number): number =>
  guesses <= cheapOfSeries
    ? guesses
    : cheapOfSeries - 2 + 2 ** Math.min(guesses - cheapOfSeries + 1, mostDoublings);
