/** A day in milliseconds. */
export const dayLength = 86_400_000;

/** A moment some days later, or earlier for a negative number. */
export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayLength);

/** The day of a moment in UTC, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/** The day so many years on, at midnight UTC; 29 February becomes 1 March. */
export const yearsAfter = (today: Date, years: number): Date =>
  new Date(Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), today.getUTCDate()));
