import { framed } from './framed.ts';
import {
  elementLength,
  generatorRaised,
  hashToScalar,
  raised,
  type Scalar,
  scalarIn,
  scalars,
  seedOf,
  sumOf,
} from './group.ts';

/** Elements of a batch, each beside what it was raised to; both have the same length, and all were found to be elements. */
interface Pairs {
  asked: readonly Uint8Array[];
  evaluated: readonly Uint8Array[];
}

const text = (word: string): Uint8Array => new Uint8Array(Buffer.from(word));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** The weight of each pair: nobody can choose elements to fit it, since it is hashed of all that it weighs. */
function weightsOf(publicKey: Uint8Array, { asked, evaluated }: Pairs): Scalar[] {
  const seed = seedOf(publicKey);
  return asked.map((element, place) => {
    const index = new Uint8Array([place >> 8, place & 0xff]);
    const pair = framed(element, evaluated[place] ?? new Uint8Array());
    return hashToScalar(joined(framed(seed), index, pair, text('Composite')));
  });
}

const weighed = (elements: readonly Uint8Array[], weights: readonly Scalar[]): Uint8Array =>
  sumOf(weights.map((weight, place) => raised(elements[place] ?? new Uint8Array(), weight)));

const challengeOf = (...elements: readonly Uint8Array[]): Scalar =>
  hashToScalar(joined(framed(...elements), text('Challenge')));

/**
 * Proves that all of a batch were raised to the key that a public key is of (RFC 9497, section 2.2.1): 64 bytes.
 * @param random for test vectors alone: a proof whose randomness is known, or used twice, gives the key away
 */
export function proofOf(key: Scalar, publicKey: Uint8Array, pairs: Pairs, random: Scalar): Uint8Array {
  const asked = weighed(pairs.asked, weightsOf(publicKey, pairs));
  const evaluated = raised(asked, key);
  const challenge = challengeOf(publicKey, asked, evaluated, generatorRaised(random), raised(asked, random));
  return joined(challenge, scalars.minus(random, scalars.times(challenge, key)));
}

/**
 * Tells whether a proof holds for this batch, this answer, in this order, and this key (RFC 9497, section 2.2.2). What leads to the
 * identity on the way holds for none: no honest proof does.
 */
export function isProof(proof: Uint8Array, publicKey: Uint8Array, pairs: Pairs): boolean {
  if (proof.length !== 2 * elementLength) return false;
  try {
    const challenge = scalarIn(proof.subarray(0, elementLength));
    const answer = scalarIn(proof.subarray(elementLength));
    const weights = weightsOf(publicKey, pairs);
    const [asked, evaluated] = [weighed(pairs.asked, weights), weighed(pairs.evaluated, weights)];
    const expected = challengeOf(
      publicKey,
      asked,
      evaluated,
      sumOf([generatorRaised(answer), raised(publicKey, challenge)]),
      sumOf([raised(asked, answer), raised(evaluated, challenge)]),
    );
    return Buffer.from(expected).equals(challenge);
  } catch {
    return false;
  }
}
