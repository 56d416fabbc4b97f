const hour = 3_600_000;

/** A day in milliseconds. */
export const day = 24 * hour;

/** The first moment of a day, `YYYY-MM-DD`, in Minsk and Moscow. */
export const beginningOf = (date: string): number => Date.parse(`${date}T00:00:00+03:00`);

/** The first moment at which a day is over there. */
export const endOf = (date: string): number => beginningOf(date) + day;

/** The number of days from one date to another. */
export const daysBetween = (one: string, other: string): number =>
  (beginningOf(other) - beginningOf(one)) / day;
