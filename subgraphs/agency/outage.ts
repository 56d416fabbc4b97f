import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import mongoose from 'mongoose';
import type { Agency } from '../../identity/agencies.ts';
import { isUnconfirmed } from './unconfirmed.ts';

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

const isOutage = (error: unknown): boolean =>
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

const cause = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? cause(error.originalError) : error;

const messages = {
  AGENCY_UNAVAILABLE: (agency: Agency) =>
    `${agency} does not answer at the moment; what it holds is missing here. Try again later.`,
  OUTCOME_UNKNOWN: (agency: Agency) =>
    `${agency} did not confirm in time, so the action may or may not have happened. Ask again with the same idempotency-key.`,
};

/**
 * A database that does not answer is an outage of the agency, not a fault of the query; its address is not told. An action
 * that it may have written is told as such: whoever heard of an outage alone would take it for not done.
 */
export const explainOutage =
  (agency: Agency) =>
  (error: unknown): GraphQLFormattedError | undefined => {
    const found = cause(error);
    if (!isOutage(found)) return undefined;
    const path = error instanceof GraphQLError && error.path ? { path: error.path } : {};
    const code = isUnconfirmed(error) ? 'OUTCOME_UNKNOWN' : 'AGENCY_UNAVAILABLE';
    return { message: messages[code](agency), ...path, extensions: { code, agency } };
  };
