import { HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { callerError, errorCodes } from './errors.ts';

/** A refusal of the whole request, with HTTP status 429 and a `retry-after` in seconds. */
export function tooManyRequests(message: string, seconds: number): GraphQLError {
  const headers = new HeaderMap([['retry-after', String(seconds)]]);
  return callerError('TOO_MANY_REQUESTS', message, {
    http: { status: errorCodes.TOO_MANY_REQUESTS, headers },
  });
}
