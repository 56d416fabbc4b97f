import { daysAfter } from '../../../terms/days.ts';
import type { TakenStep } from '../records/requests/request-record.ts';
import { mostKept } from '../records/requests/words/dropped-work.ts';

/**
 * The steps on a request whose keys are remembered, with one more: all of the last day, in which a request that was not answered may be sent again, and the
 * last ones of before.
 */
export function withTaken(taken: readonly TakenStep[], step: TakenStep & { at: Date }): TakenStep[] {
  const all = [...taken, step];
  const dayAgo = daysAfter(step.at, -1);
  return all.filter(({ at }, n) => n >= all.length - mostKept || (at !== undefined && at > dayAgo));
}
