/** The most that each number of a measure's outcome can be: what is more is a slip. */
export const outcomeCounts = {
  arrested: 10_000,
  searched: 10_000,
  questioned: 10_000,
  blocked: 1_000_000,
  victimsFound: 10_000_000,
  victimsWarned: 10_000_000,
} as const;
export type OutcomeCount = keyof typeof outcomeCounts;

/** The most things of one kind that are seized. */
export const mostThings = 1_000_000;

/** The most currencies of a list of sums. */
export const mostSums = 20;

/** An amount: above 0, and at most 10^15 hundredths, since what is more would be no exact number in most programs. */
export const amountForm = /^(?=.*[1-9])\d{1,13}(\.\d{1,2})?$/;
