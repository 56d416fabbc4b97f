import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';

const { Point } = ristretto255;

/** Bytes of either half of a key. */
export const keyLength = 32;

/** A key with which an agency evaluates: a secret scalar k, and k·G, which the other agency has. Each has 32 bytes. */
export interface EvaluationKey {
  secretKey: Uint8Array;
  publicKey: Uint8Array;
}

export const newEvaluationKey = (): EvaluationKey => ristretto255_oprf.voprf.generateKeyPair();

/** @throws RangeError when bytes are no scalar that can be a key */
export function evaluationKeyOf(secretKey: Uint8Array): EvaluationKey {
  const scalar = Point.Fn.fromBytes(secretKey);
  if (Point.Fn.is0(scalar)) throw new RangeError('a key is zero');
  return { secretKey, publicKey: Point.BASE.multiply(scalar).toBytes() };
}

/** Tells whether bytes can be the public half of a key: an element of the group other than the identity. */
export function isPublicKey(bytes: Uint8Array): boolean {
  try {
    return !Point.fromBytes(bytes).is0();
  } catch {
    return false;
  }
}
