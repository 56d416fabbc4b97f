/** A day in milliseconds. */
export const dayLength = 86_400_000;

/** A moment some days later, or earlier for a negative number. */
export const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayLength);

/** The day of a moment in UTC, as `YYYY-MM-DD`. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);
