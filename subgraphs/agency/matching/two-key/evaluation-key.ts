import { ristretto255, ristretto255_oprf } from '@noble/curves/ed25519.js';
import { scalarIn } from './element.ts';

/** A key with which an agency evaluates: a secret scalar k, and k·G, which the other agency has. Each has 32 bytes. */
export interface EvaluationKey {
  secretKey: Uint8Array;
  publicKey: Uint8Array;
}

export const newEvaluationKey = (): EvaluationKey => ristretto255_oprf.voprf.generateKeyPair();

/** @throws RangeError when bytes are no scalar that can be a key */
export const evaluationKeyOf = (secretKey: Uint8Array): EvaluationKey => ({
  secretKey,
  publicKey: ristretto255.Point.BASE.multiply(scalarIn(secretKey)).toBytes(),
});
