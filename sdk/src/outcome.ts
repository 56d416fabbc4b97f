import type { Answer } from './answer.ts';
import type { MutationOptions } from './call-options.ts';
import type { ConcordError } from './errors/concord-error.ts';

/** The gateway has answered: the action was taken, or the answer's own type says why not. */
export interface Done<Data> extends Answer<Data> {
  readonly state: 'done';
  readonly idempotencyKey: string;
}

/** The action may or may not have been taken. */
export interface Unknown<Data> {
  readonly state: 'unknown';
  /** The error that left the outcome unknown. */
  readonly error: ConcordError;
  readonly idempotencyKey: string;
  /**
   * Asks again under the same key, with the same variables: what has been done already is not done twice, and is answered as
   * it was. Options are those of the first try, without its `signal`. It throws nothing: a refusal of this try does not tell
   * what has become of the one before, so the outcome stays unknown, with the refusal as its `error`.
   */
  askAgain(options?: Omit<MutationOptions, 'idempotencyKey'>): Promise<Outcome<Data>>;
}

/** The outcome of a mutation. A refusal of the first try is thrown instead: nothing was done. */
export type Outcome<Data> = Done<Data> | Unknown<Data>;

/** Codes that come only once the request may have reached an agency. */
const unsure: readonly string[] = [
  'OUTCOME_UNKNOWN',
  'NETWORK_FAILED',
  'DEADLINE_EXCEEDED',
  'ABORTED',
  'ANSWER_TOO_LARGE',
  'ANSWER_MALFORMED',
  'REDIRECTED',
  'INTERNAL_SERVER_ERROR',
];

/**
 * True when an action that ended with this error may have been taken. A code that is newer than this package counts,
 * unless its status says that it is a refusal.
 */
export function mayHaveHappened(error: ConcordError, isSent: boolean): boolean {
  if (!isSent) return false;
  const { problem, status = 0 } = error;
  const isRefusal = status >= 400 && status < 500;
  return unsure.includes(problem.code) || (problem.code === 'UNKNOWN' && !isRefusal);
}
