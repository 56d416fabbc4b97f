/** The bounds of a joint operation. */
export const operationLimits = {
  /** Days in which an offer is answered, or lapses. */
  daysToAnswer: 30,
  /** Days that an operation, or one more term of it, lasts. */
  days: 180,
  /** Days from today to its first day, at most. */
  daysAhead: 90,
  /** Members of one agency. */
  members: 200,
  /** Measures of one agency that the other one reads in the plan. */
  measures: 200,
  /** Results of one kind that are added at a time. */
  results: 10_000,
  /** Releases that members have drafted and that wait to be proposed. */
  releaseDrafts: 50,
  /** Records that it grew from. */
  origins: 50,
  /** Characters of free words. */
  words: 500,
} as const;
