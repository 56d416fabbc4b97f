/**
 * Milliseconds that an operation may take, and so the longest that one of its commands may: a second less than the gateway waits by
 * default, so that a database that hangs is reported as what it is.
 */
export const answerDeadline = 4_000;
