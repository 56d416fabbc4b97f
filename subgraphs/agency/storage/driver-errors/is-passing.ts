import mongoose from 'mongoose';
import { Contended } from './contended.ts';

const { mongo } = mongoose;

/** Errors by which the driver says that no server answered, or that it gave up on one. */
const unanswered = [
  // Timeouts of a socket, and pools that were cleared under an operation, are network errors too.
  mongo.MongoNetworkError,
  mongo.MongoServerSelectionError,
  mongo.MongoNotConnectedError,
  mongo.MongoTopologyClosedError,
  mongo.MongoServerClosedError,
  mongo.MongoClientClosedError,
  mongo.MongoOperationTimeoutError,
  mongo.MongoStalePrimaryError,
  // The server has done the write, and not enough of the others have confirmed it.
  mongo.MongoWriteConcernError,
];

/** Classes that the driver does not export. */
const unansweredNames = ['MongoWaitQueueTimeoutError', 'MongoPoolClosedError'];

/** Codes that the driver passes on unchanged, after writing to a connection that the server has just ended. */
const brokenConnection = ['EPIPE', 'ECONNRESET', 'ECONNABORTED'];

/**
 * Codes of a server that could not do now what it can do later. Names and numbers are those of MongoDB's `error_codes.yml`;
 * those of servers that change their role are from the driver's specification of retryable reads.
 */
export const passingCodes = {
  HostUnreachable: 6,
  HostNotFound: 7,
  LockTimeout: 24,
  CursorNotFound: 43,
  MaxTimeMSExpired: 50,
  WriteConcernFailed: 64,
  NetworkTimeout: 89,
  ShutdownInProgress: 91,
  UnsatisfiableWriteConcern: 100,
  WriteConflict: 112,
  FailedToSatisfyReadPreference: 133,
  ReadConcernMajorityNotAvailableYet: 134,
  QueryPlanKilled: 175,
  PrimarySteppedDown: 189,
  NetworkInterfaceExceededTimeLimit: 202,
  CursorKilled: 237,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  ExceededTimeLimit: 262,
  TransactionExceededLifetimeLimitSeconds: 290,
  TemporarilyUnavailable: 365,
  IngressRequestRateLimitExceeded: 462,
  SocketException: 9001,
  NotWritablePrimary: 10107,
  InterruptedAtShutdown: 11600,
  Interrupted: 11601,
  InterruptedDueToReplStateChange: 11602,
  NotPrimaryNoSecondaryOk: 13435,
  NotPrimaryOrSecondary: 13436,
  OutOfDiskSpace: 14031,
} as const;
const codes: ReadonlySet<number> = new Set(Object.values(passingCodes));

/** Labels by which server and driver say that the same can be done again. */
const labels = [
  'RetryableWriteError',
  'TransientTransactionError',
  'UnknownTransactionCommitResult',
  'PoolRequestedRetry',
  'SystemOverloadedError',
];

/** Many writes that failed together: the driver wraps what ended them, and reports an unconfirmed write beside duplicates. */
function isPassingBulk(error: mongoose.mongo.MongoBulkWriteError): boolean {
  const wrapped: unknown = error.errorResponse;
  if (wrapped instanceof Error && isPassing(wrapped)) return true;
  const failed = [error.writeErrors ?? []].flat();
  return (
    error.result?.getWriteConcernError() !== undefined || failed.some(({ code }) => codes.has(Number(code)))
  );
}

/**
 * Tells that a database has failed in a way that passes: it does not answer, is changing its primary, is contended for, or has no room. Neither
 * the request nor the program is at fault, and the same can be done again. `confirming.ts` in the ring of
 * the API tells a write that may have been done.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof Contended || unanswered.some((kind) => error instanceof kind)) return true;
  if (error instanceof Error && 'code' in error && brokenConnection.includes(String(error.code))) return true;
  if (!(error instanceof mongo.MongoError)) return false;
  if (error instanceof mongo.MongoBulkWriteError && isPassingBulk(error)) return true;
  return (
    unansweredNames.includes(error.name) ||
    codes.has(Number(error.code)) ||
    labels.some((label) => error.hasErrorLabel(label))
  );
}
