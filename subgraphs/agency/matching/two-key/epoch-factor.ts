import type { EvaluatedBatch } from './evaluate.ts';
import { evaluate, faultInAnswer } from './evaluate.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { generatorRaised, scalarIn, scalars } from './group.ts';

/**
 * The factor d between two keys of an agency, k' = d·k, as a key of its own. Stored elements come under the next epoch's keys as
 * identifiers come under the present one's: blinded, raised by the other agency with its factor, which it proves, and finished with
 * the own factor. Nobody is told a factor: with it a key that was once stolen would open every later epoch.
 * @throws RangeError when the two are one key
 */
export function epochFactorOf(current: EvaluationKey, next: EvaluationKey): EvaluationKey {
  if (Buffer.from(next.secretKey).equals(current.secretKey))
    throw new RangeError('the next key is the present one');
  const factor = scalars.times(scalarIn(next.secretKey), scalars.inverse(scalarIn(current.secretKey)));
  return { secretKey: factor, publicKey: generatorRaised(factor) };
}

/** What an agency tells of its factor: its public key d·G, and the proof that d leads from the present public key to the next. */
export interface ToldFactor {
  publicKey: Uint8Array;
  proof: Uint8Array;
}

export function toldFactorOf(current: EvaluationKey, next: EvaluationKey): ToldFactor {
  const factor = epochFactorOf(current, next);
  const evaluation = evaluate(factor, [current.publicKey]);
  if (evaluation.kind === 'refused') throw new RangeError(`the present key: ${evaluation.fault}`);
  return { publicKey: factor.publicKey, proof: evaluation.proof };
}

/**
 * Tells whether a factor is the one between two public keys of an agency, so that what is raised by it comes under the next key.
 * @param keys the public keys that were agreed on, of 32 bytes each
 */
export function isFactorBetween(
  { publicKey, proof }: ToldFactor,
  { current, next }: { current: Uint8Array; next: Uint8Array },
): boolean {
  const answer: EvaluatedBatch = { evaluated: [next], proof };
  return !Buffer.from(current).equals(next) && faultInAnswer(publicKey, [current], answer) === undefined;
}
