import { type BatchRefused, refused } from './batch.ts';
import { type Blinded, blindElement } from './blind.ts';
import { epochFactorOf, isFactorBetween, type ToldFactor, toldFactorOf } from './epoch-factor.ts';
import { type EvaluatedBatch, evaluate } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { type Finished, finish } from './finish.ts';
import { framed } from './framed.ts';
import { hashToGroup, hashToScalar } from './group.ts';

const domain = 'concord-indicator-raise-v1';

/** The keys of an agency between two epochs. */
export interface Between<Key> {
  current: Key;
  next: Key;
}

/** A told token, and the element that it is of; a dummy's has none. */
export interface ToRaise {
  name: string;
  element?: Uint8Array;
}

/**
 * Blinds what a token is of, to have it raised to the next epoch. The blind follows from the own next key and the token's name, so that
 * an element asked for again has the same bytes: the other agency raises one element for each token, and can tell that it is that one.
 */
export function blindToRaise(
  { secretKey }: Pick<EvaluationKey, 'secretKey'>,
  { name, element }: ToRaise,
): Blinded {
  const secret = (use: string) => framed(domain, use, secretKey, name);
  return blindElement(element ?? hashToGroup(secret('DUMMY')), hashToScalar(secret('BLIND')));
}

/** Elements raised by the own factor, with the proof that they were, and what is told of the factor. */
export type Raised = ({ kind: 'evaluated'; factor: ToldFactor } & EvaluatedBatch) | BatchRefused;

/** Raises elements of the other agency by the factor between the own keys. */
export function raiseFor({ current, next }: Between<EvaluationKey>, elements: readonly Uint8Array[]): Raised {
  const evaluation = evaluate(epochFactorOf(current, next), elements);
  if (evaluation.kind === 'refused') return evaluation;
  return { ...evaluation, factor: toldFactorOf(current, next) };
}

export interface ToFinishRaising {
  own: Between<EvaluationKey>;
  /** The other agency's public keys, as they were handed over. */
  other: Between<Uint8Array>;
  batch: readonly Blinded[];
  answer: EvaluatedBatch & { factor: ToldFactor };
}

/**
 * Checks that the other agency's factor is the one between its public keys, and that it has raised this very batch by it, takes the
 * blinds off and applies the own factor. This gives the elements that the next keys give of the same identifiers.
 */
export function finishRaising({ own, other, batch, answer }: ToFinishRaising): Finished {
  if (!isFactorBetween(answer.factor, other)) return refused('WRONG_FACTOR');
  const factor = epochFactorOf(own.current, own.next);
  return finish({ own: factor, other: answer.factor.publicKey, batch, answer });
}
