import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { outageErrors } from '../../../../server/outage-errors.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { isPassing } from '../../storage/driver-errors/is-passing.ts';
import { isUnconfirmed } from './confirming.ts';
import { isLate } from './in-time.ts';

const cause = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? cause(error.originalError) : error;

/**
 * A database that does not answer is an outage of the agency, not a fault of the query; its address is not told. An action
 * that it may have written is told as such: whoever heard of an outage alone would take it for not done.
 */
export const explainOutage =
  (agency: Agency) =>
  (error: unknown): GraphQLFormattedError | undefined => {
    const found = cause(error);
    if (!isPassing(found) && !isLate(found)) return undefined;
    const path = error instanceof GraphQLError && error.path ? { path: error.path } : {};
    const code = isUnconfirmed(error) ? 'OUTCOME_UNKNOWN' : 'AGENCY_UNAVAILABLE';
    return { message: outageErrors[code](agency), ...path, extensions: { code, agency } };
  };
