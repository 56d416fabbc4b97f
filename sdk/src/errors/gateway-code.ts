/** Every code that the gateway gives an error. They are stable: branch on them, never on messages. */
export const gatewayCodes = [
  'UNAUTHENTICATED',
  'MANDATE_INVALID',
  'SESSION_CHANGED',
  'CASE_NOT_ASSIGNED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'QUERY_TOO_LARGE',
  'REQUEST_TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'IDEMPOTENCY_KEY_REQUIRED',
  'IDEMPOTENCY_KEY_REUSED',
  'ONE_ACTION_ONLY',
  'ONE_SEARCH_ONLY',
  'QUOTA_SPENT',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_IN_LIST',
  'NOT_FOUND',
  'AGENCY_UNAVAILABLE',
  'OUTCOME_UNKNOWN',
  'UNAVAILABLE',
  'IDENTITY_REFUSED',
  'INTERNAL_SERVER_ERROR',
] as const;
export type GatewayCode = (typeof gatewayCodes)[number];

/** Codes of failures on this side of the gateway, or between. */
export const clientCodes = [
  /** An option, header or variable that cannot be sent; the message names it and repeats nothing of it. */
  'INVALID_OPTION',
  /** The token function threw, or gave no token. */
  'TOKEN_FAILED',
  /** No connection, or one that broke off before the answer began. */
  'NETWORK_FAILED',
  /** The deadline has passed. */
  'DEADLINE_EXCEEDED',
  /** The caller's own signal. */
  'ABORTED',
  /** The endpoint sends elsewhere; the token was not sent there. */
  'REDIRECTED',
  /** Over `maxAnswerBytes`. */
  'ANSWER_TOO_LARGE',
  /** Not JSON, or JSON that is no answer of GraphQL: half of one, a page of HTML. */
  'ANSWER_MALFORMED',
  /** The next page of a connection is not there: it is withheld, its agency is down, or its cursors lead nowhere. */
  'PAGE_MISSING',
] as const;
export type ClientCode = (typeof clientCodes)[number];

export const isGatewayCode = (code: string): code is GatewayCode =>
  (gatewayCodes as readonly string[]).includes(code);
