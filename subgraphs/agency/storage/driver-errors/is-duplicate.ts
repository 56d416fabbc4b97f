/** The server's code for a write that a unique index refuses. */
export const duplicateKey = 11000;

/**
 * Tells a write that a unique index has refused: another one was quicker, or it was done before. Only a database server has
 * numbers for codes; Node's own errors have words.
 * @param field that the index is over; any without it
 */
export const isDuplicate = (error: unknown, field?: string): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === duplicateKey &&
  (field === undefined || ('keyPattern' in error && Object.keys(error.keyPattern as object).includes(field)));
