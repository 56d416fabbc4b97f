import mongoose from 'mongoose';

const {
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
  MongoWriteConcernError,
} = mongoose.mongo;
const outages = [
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
];

/** What the driver passes on as it is: writing to a connection that the server has just ended. */
const brokenConnection = ['EPIPE', 'ECONNRESET', 'ECONNABORTED'];

/** Whether a database does not answer. */
export const isOutage = (error: unknown): boolean =>
  outages.some((kind) => error instanceof kind) ||
  (error instanceof Error && 'code' in error && brokenConnection.includes(String(error.code)));

/**
 * A server that is no primary, or is shutting down (the driver's specification of retryable reads): no write was refused for
 * what it is, and the same can be done again.
 */
const changingServer = [6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];
const retryable = ['RetryableWriteError', 'TransientTransactionError'];

/** Whether a database has failed in a way that passes by itself. */
export const isPassing = (error: unknown): boolean =>
  isOutage(error) ||
  error instanceof MongoWriteConcernError ||
  (error instanceof MongoError &&
    (retryable.some((label) => error.hasErrorLabel(label)) || changingServer.includes(Number(error.code))));
