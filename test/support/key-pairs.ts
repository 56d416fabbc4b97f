import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** A key pair of a test, with its algorithm and id in the public half, as a provider publishes it. */
export interface KeyPair {
  kid: string;
  alg: string;
  privateKey: KeyObject;
  publicJwk: JWK;
  /** The private half, as a secret file holds it. */
  privateJwk: JWK;
}

function keyPair(
  kid: string,
  alg: string,
  generated: { publicKey: KeyObject; privateKey: KeyObject },
): KeyPair {
  const named = (key: KeyObject): JWK => ({ ...key.export({ format: 'jwk' }), kid, alg, use: 'sig' }) as JWK;
  const { publicKey, privateKey } = generated;
  return { kid, alg, privateKey, publicJwk: named(publicKey), privateJwk: named(privateKey) };
}

export const ed25519 = (kid: string): KeyPair => keyPair(kid, 'EdDSA', generateKeyPairSync('ed25519'));

export const p256 = (kid: string): KeyPair =>
  keyPair(kid, 'ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** For ES512, which nobody here has asked for. */
export const p521 = (kid: string): KeyPair =>
  keyPair(kid, 'ES512', generateKeyPairSync('ec', { namedCurve: 'P-521' }));

/** A JSON Web Key Set (RFC 7517) of public halves. */
export const keySetOf = (...pairs: KeyPair[]): string =>
  JSON.stringify({ keys: pairs.map(({ publicJwk }) => publicJwk) });

/** A part of a compact JWS (RFC 7515), for tokens that no library would make. */
export const jwsPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
