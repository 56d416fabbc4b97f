import type { BatchRefused } from './batch.ts';
import type { Blinded } from './blind.ts';
import { type EvaluatedBatch, faultInAnswer } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { raised, scalarIn, scalars } from './group.ts';

export interface ToFinish {
  /** The own key, or the own factor of an epoch. */
  own: EvaluationKey;
  /** The other agency's public key, or that of its factor: the one that was agreed on, never one that came with the answer. */
  other: Uint8Array;
  /** The batch as it was sent, with the scalars that hide it. */
  batch: readonly Blinded[];
  answer: EvaluatedBatch;
}

/** The elements are in the order of the batch. */
export type Finished = { kind: 'finished'; elements: Uint8Array[] } | BatchRefused;

/**
 * Checks that the other agency has evaluated this very batch with its key, takes the blinds off, and applies the own key. Of an
 * identifier x this gives k_BY·k_RU·H(x), whichever of the two agencies began: 32 bytes, stored and never told.
 * @throws RangeError when an own key or blind is no scalar
 */
export function finish({ own, other, batch, answer }: ToFinish): Finished {
  const key = scalarIn(own.secretKey);
  const scalarsOf = batch.map(({ blind }) => scalars.times(key, scalars.inverse(scalarIn(blind))));
  const fault = faultInAnswer(
    other,
    batch.map(({ element }) => element),
    answer,
  );
  if (fault) return fault;
  const elements = scalarsOf.map((scalar, place) =>
    raised(answer.evaluated[place] ?? new Uint8Array(), scalar),
  );
  return { kind: 'finished', elements };
}
