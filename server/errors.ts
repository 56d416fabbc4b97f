import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { withoutValue } from './without-value.ts';

/**
 * Every error code that a caller can see, with the HTTP status it has when the whole request is refused. Codes are
 * stable: clients branch on them, never on messages.
 */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  MANDATE_INVALID: 400,
  SESSION_CHANGED: 409,
  CASE_NOT_ASSIGNED: 403,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  BAD_REQUEST: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  QUERY_TOO_LARGE: 400,
  REQUEST_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  IDEMPOTENCY_KEY_REUSED: 409,
  ONE_ACTION_ONLY: 400,
  ONE_SEARCH_ONLY: 400,
  QUOTA_SPENT: 429,
  PERSISTED_QUERY_NOT_SUPPORTED: 400,
  PERSISTED_QUERY_NOT_IN_LIST: 403,
  NOT_FOUND: 404,
  AGENCY_UNAVAILABLE: 503,
  OUTCOME_UNKNOWN: 503,
  UNAVAILABLE: 503,
  IDENTITY_REFUSED: 401,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ErrorCode = keyof typeof errorCodes;

const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);

/** An error whose message is written for the caller. */
export const callerError = (
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError => new GraphQLError(message, { extensions: { ...extensions, code } });

/** A refusal of the whole request: it also sets the HTTP status. */
export const refusal = (
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
): GraphQLError => callerError(code, message, { ...extensions, http: { status: errorCodes[code] } });

export const internalError: GraphQLFormattedError = {
  message: 'Something went wrong on our side. Tell support the request id.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

const longestMessage = 500;
const shorten = (text: string) => (text.length > longestMessage ? `${text.slice(0, longestMessage)}…` : text);

/** Only these extensions leave a process; Apollo adds others (service names, stack traces) that tell of its inside. */
const allowedExtensions = ['agency', 'renewsAt', 'requestId'] as const;

/** True for the error by which graphql-js stops parsing a document of too many tokens; it has no code. */
export const hasTooManyTokens = ({ message }: { message: string }): boolean =>
  /Document contains more tha[nt] \d+ tokens/.test(message);

/** Apollo's refusal of a GET that any page could make a browser send. */
const isForgeable = ({ message }: { message: string }): boolean =>
  message.startsWith('This operation has been blocked as a potential Cross-Site Request Forgery');

/** Says what to set, since some clients ask by GET unless they are told otherwise. */
export const postAdvice =
  'Send this by POST, as application/json (in urql `preferGetMethod: false`, in Apollo Client without `useGETForQueries`).';

/** Apollo overwrites the code of an error that a validation rule reports; the rule's own code is in the original. */
function codeOf(formatted: GraphQLFormattedError, original: unknown): unknown {
  if (original instanceof GraphQLError && original.originalError instanceof GraphQLError) {
    const own = original.originalError.extensions.code;
    if (isErrorCode(own)) return own;
  }
  if (hasTooManyTokens(formatted)) return 'QUERY_TOO_LARGE';
  return formatted.extensions?.code;
}

/**
 * The one place that makes an error safe to show, in every process. An error without one of our codes is a fault of
 * ours, and nothing of it is shown.
 */
export function safeError(formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  const code = codeOf(formatted, original);
  const path = formatted.path ? { path: formatted.path } : {};
  if (!isErrorCode(code) || code === 'INTERNAL_SERVER_ERROR') return { ...internalError, ...path };
  const extensions: Record<string, unknown> = { code };
  for (const name of allowedExtensions) {
    const value = formatted.extensions?.[name];
    if (typeof value === 'string') extensions[name] = value;
  }
  const locations = formatted.locations ? { locations: formatted.locations } : {};
  const message = isForgeable(formatted) ? postAdvice : shorten(withoutValue(formatted.message));
  return { message, ...locations, ...path, extensions };
}
