import type { Problem } from './problem.ts';

/** Where an error arose. */
export interface ErrorPlace {
  /** Names the request to support; undefined when none was sent. */
  requestId?: string | undefined;
  /** The HTTP status; undefined without an answer. */
  status?: number | undefined;
  /** What caused it on this side. */
  cause?: unknown;
}

/**
 * Everything that this package throws. Neither its message nor its properties hold a token, a variable or a value of
 * an answer; its `cause` is the runtime's own.
 */
export class ConcordError extends Error {
  override readonly name = 'ConcordError';
  /** What went wrong, as a union that narrows by its `code`. */
  readonly problem: Problem;
  readonly requestId: string | undefined;
  readonly status: number | undefined;

  constructor(problem: Problem, message: string, { requestId, status, cause }: ErrorPlace = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.problem = problem;
    this.requestId = requestId;
    this.status = status;
  }
}
