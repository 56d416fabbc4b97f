/**
 * Whether a write was refused because of a unique index: another one was quicker, or it was done before. Only a database
 * server has numbers for codes; Node's own errors have words.
 */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 11000;
