import { type BatchRefused, faultInBatch, refused } from './batch.ts';
import type { EvaluationKey } from './evaluation-key.ts';
import { faultInElement, raised, randomScalar, type Scalar, scalarIn } from './group.ts';
import { isProof, proofOf } from './proof.ts';

/** The answer to a batch: each element raised to the key, in the order of the batch, and one proof of 64 bytes for all of them. */
export interface EvaluatedBatch {
  evaluated: Uint8Array[];
  proof: Uint8Array;
}

export type Evaluation = ({ kind: 'evaluated' } & EvaluatedBatch) | BatchRefused;

/**
 * Evaluates elements of the other agency, of which nothing can be learned, and proves that all were raised to the one key that this
 * agency's public key is of (RFC 9497, sections 2.2.1 and 3.3.2).
 * @param random for test vectors alone: a proof whose randomness is known, or used twice, gives the key away
 * @throws RangeError when the own key is no scalar
 */
export function evaluate(
  { secretKey, publicKey }: EvaluationKey,
  asked: readonly Uint8Array[],
  random: Scalar = randomScalar(),
): Evaluation {
  const fault = faultInBatch(asked);
  if (fault) return fault;
  const key = scalarIn(secretKey);
  const evaluated = asked.map((element) => raised(element, key));
  return { kind: 'evaluated', evaluated, proof: proofOf(key, publicKey, { asked, evaluated }, random) };
}

/**
 * The fault of an answer to a batch; undefined when each element was raised to the key that the public key is of. The proof covers
 * the batch and the answer as they are, in their order: it holds for no other batch, key or place.
 * @param asked the batch, as it was sent
 */
export function faultInAnswer(
  publicKey: Uint8Array,
  asked: readonly Uint8Array[],
  { evaluated, proof }: EvaluatedBatch,
): BatchRefused | undefined {
  if (faultInElement(publicKey)) return refused('PUBLIC_KEY_MALFORMED');
  if (evaluated.length !== asked.length) return refused('COUNT_DIFFERS');
  const fault = faultInBatch(asked) ?? faultInBatch(evaluated);
  if (fault) return fault;
  return isProof(proof, publicKey, { asked, evaluated }) ? undefined : refused('WRONG_PROOF');
}
