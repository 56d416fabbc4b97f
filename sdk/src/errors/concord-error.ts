import type { Problem } from './problem.ts';

/** The place where an error arose. */
export interface ErrorPlace {
  /** Names the request to support; undefined when none was sent. */
  requestId?: string | undefined;
  /** The HTTP status; undefined without an answer. */
  status?: number | undefined;
  /** The key of the mutation that it is about. */
  idempotencyKey?: string | undefined;
  /** Time that the gateway asks to wait before the next try, in milliseconds. */
  retryAfter?: number | undefined;
  /** The cause on this side. */
  cause?: unknown;
}

/**
 * Everything that this package throws. Neither its message nor its properties hold a token, a variable or a value of
 * an answer; its `cause` is the runtime's own.
 */
export class ConcordError extends Error {
  override readonly name = 'ConcordError';
  /** The problem, as a union that narrows by its `code`. */
  readonly problem: Problem;
  readonly requestId: string | undefined;
  readonly status: number | undefined;
  /** For a mutation: the key under which to ask again. */
  readonly idempotencyKey: string | undefined;
  /** Time that the gateway asks to wait before the next try, in milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, message: string, place: ErrorPlace = {}) {
    super(message, place.cause === undefined ? undefined : { cause: place.cause });
    this.problem = problem;
    this.requestId = place.requestId;
    this.status = place.status;
    this.idempotencyKey = place.idempotencyKey;
    this.retryAfter = place.retryAfter;
  }
}

/** The same error, as one of a mutation. A new one: several calls can end with one error, such as a token that failed. */
export function ofMutation(error: ConcordError, idempotencyKey: string): ConcordError {
  const { problem, message, requestId, status, retryAfter, cause } = error;
  return new ConcordError(problem, message, { requestId, status, retryAfter, cause, idempotencyKey });
}
