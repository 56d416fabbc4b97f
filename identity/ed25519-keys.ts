import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const jwkSchema = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  kid: z.string().min(1).max(200),
  x: z.string(),
});
const privateJwkSchema = jwkSchema.extend({ d: z.string() });
const keySetSchema = z.object({ keys: z.array(jwkSchema).min(1) });

/** A private key and its id. */
export interface SigningKey {
  kid: string;
  key: KeyObject;
}

/** Public keys by their ids; several while keys change. */
export type VerificationKeys = ReadonlyMap<string, KeyObject>;

/** @throws when the text is not an Ed25519 private JSON Web Key with a `kid` */
export function readSigningKey(text: string): SigningKey {
  const jwk = privateJwkSchema.parse(JSON.parse(text));
  return { kid: jwk.kid, key: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

/**
 * The public keys of a set, in its order.
 * @throws when the text is not a JSON Web Key Set of Ed25519 keys, each with a `kid`
 */
export const readKeySet = (text: string): { kid: string; key: KeyObject }[] =>
  keySetSchema
    .parse(JSON.parse(text))
    .keys.map((jwk) => ({ kid: jwk.kid, key: createPublicKey({ key: jwk, format: 'jwk' }) }));

/** @throws as `readKeySet` does */
export const keysInSet = (text: string): VerificationKeys =>
  new Map(readKeySet(text).map(({ kid, key }) => [kid, key]));

/** @throws as `readKeySet` does, or when there is no such file */
export const readVerificationKeys = (file: URL): VerificationKeys => keysInSet(readFileSync(file, 'utf8'));
