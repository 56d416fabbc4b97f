import { answerFrom } from './answer.ts';
import type { Calling, Progress } from './attempt.ts';
import { type Asked, call } from './call.ts';
import type { CallOptions } from './call-options.ts';
import { ConcordError, ofMutation } from './errors/concord-error.ts';
import { mayHaveHappened, type Outcome } from './outcome.ts';

/**
 * The parts that stay the same however often an action is asked for: a change under the same key would be refused as
 * another action.
 */
export type Action = Omit<Asked, 'options'> & { idempotencyKey: string };

/** Anything else that is thrown after sending is no refusal either. */
const errorFrom = (caught: unknown): ConcordError =>
  caught instanceof ConcordError
    ? caught
    : new ConcordError({ code: 'ANSWER_MALFORMED' }, 'The answer cannot be read.', { cause: caught });

/**
 * Asks for an action once.
 * @param isUnknown whether an earlier try may have taken it: then a refusal of this one says nothing of that one
 * @throws ConcordError when it is refused, and so nothing was done
 */
export async function takeAction<Data>(
  calling: Calling,
  action: Action,
  options: CallOptions,
  isUnknown = false,
): Promise<Outcome<Data>> {
  const { operation, idempotencyKey } = action;
  const progress: Progress = { isSent: false };
  try {
    const received = await call(calling, { ...action, options }, progress);
    return { state: 'done', idempotencyKey, ...answerFrom<Data>(received, operation) };
  } catch (caught) {
    const error = ofMutation(errorFrom(caught), idempotencyKey);
    if (!isUnknown && !mayHaveHappened(error, progress.isSent)) throw error;
    // A signal that has aborted this try would abort the next one before it begins.
    const { signal: _ended, ...kept } = options;
    const askAgain = (again: CallOptions = {}) =>
      takeAction<Data>(calling, action, { ...kept, ...again }, true);
    return { state: 'unknown', error, idempotencyKey, askAgain };
  }
}
