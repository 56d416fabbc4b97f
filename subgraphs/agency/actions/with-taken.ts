import { daysAfter } from '../../../terms/days.ts';
import type { Author } from '../records/dossier/step.ts';
import type { TakenStep } from '../records/requests/request-record.ts';
import { mostKept } from '../records/requests/words/dropped-work.ts';

type Taken = Omit<TakenStep, 'at'>;

/** An officer's step as it is remembered under its key. */
export const takenStep = ({ by, idempotency: { key, fingerprint } }: Author): Taken => ({
  by,
  key,
  fingerprint,
});

/** The fingerprint of the request by which an officer has taken a step on a record before, under the key of this one. */
export const takenAs = (
  { taken }: { taken: readonly Taken[] },
  { by, idempotency }: Author,
): string | undefined => taken.find((step) => step.by === by && step.key === idempotency.key)?.fingerprint;

/**
 * The steps on a request whose keys are remembered, with one more: all of the last day, in which a request that was not answered may be sent again, and the
 * last ones of before.
 */
export function withTaken(taken: readonly TakenStep[], step: TakenStep & { at: Date }): TakenStep[] {
  const all = [...taken, step];
  const dayAgo = daysAfter(step.at, -1);
  return all.filter(({ at }, n) => n >= all.length - mostKept || (at !== undefined && at > dayAgo));
}
