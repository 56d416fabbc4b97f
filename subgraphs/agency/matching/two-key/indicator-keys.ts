import { z } from 'zod';
import { type EvaluationKey, evaluationKeyOf, isPublicKey, keyLength } from './evaluation-key.ts';

/** The other agency's key of an epoch, as it was handed over. */
export interface IndicatorPublicKey {
  kid: string;
  /** The name of the epoch, a year such as `2026`, or `2026-2` where a key was changed within the year; the same at both agencies. */
  epoch: string;
  /** 32 bytes. */
  publicKey: Uint8Array;
}

/** An agency's own key of an epoch. */
export interface IndicatorKey extends IndicatorPublicKey, EvaluationKey {}

/** The keys of one agency: those of the epoch, and while what is stored comes under the next one's, those of that. */
export interface EpochKeys<Key> {
  current: Key;
  next?: Key;
}

/** The key of an epoch that a message names; undefined for an epoch that is unknown here, be it past or to come. */
export const keyOfEpoch = <Key extends IndicatorPublicKey>(
  { current, next }: EpochKeys<Key>,
  epoch: string,
): Key | undefined => [current, next].find((key) => key?.epoch === epoch);

export const epochForm = /^\d{4}(?:-[1-9]\d?)?$/;

/** Bytes in the one way to write them; Node reads others as well. */
const bytes = z.string().transform((text, context) => {
  const read = Buffer.from(text, 'base64url');
  if (read.length === keyLength && read.toString('base64url') === text) return new Uint8Array(read);
  context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64url' });
  return z.NEVER;
});

/** As RFC 8037 has keys of other curves; no name is registered for this group. */
const publicJwk = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('ristretto255'),
  kid: z.string().regex(/^[0-9A-Za-z][\w.-]{0,99}$/),
  epoch: z.string().regex(epochForm),
  x: bytes,
});
const secretJwk = publicJwk.extend({ d: bytes });

/** What keys are for. Each use has keys and epochs of its own, or an evaluation for one would be as good for the other: nobody can tell what they evaluate. */
export type KeyUse = 'INDICATORS' | 'MEASURES';

const someOf = <Jwk extends z.ZodType>(jwk: Jwk) => z.array(jwk).min(1).max(2);

/** The keys of one use in a set; those of measures stand beside the others, and a set of before measures has none. */
function jwksFor<Jwk extends z.ZodType>(use: KeyUse, jwk: Jwk, text: string): z.output<Jwk>[] | undefined {
  const set = z.object({ keys: someOf(jwk), measures: someOf(jwk).optional() }).parse(JSON.parse(text));
  return use === 'INDICATORS' ? set.keys : set.measures;
}

function epochKeysOf<Key extends IndicatorPublicKey>(keys: readonly Key[]): EpochKeys<Key> {
  const [current, next] = keys;
  if (!current) throw new Error('there is no key');
  if (!next) return { current };
  const isAlike =
    current.epoch === next.epoch ||
    current.kid === next.kid ||
    Buffer.from(current.publicKey).equals(next.publicKey);
  if (isAlike) throw new Error('two keys are of one epoch, have one id or are one');
  return { current, next };
}

const secretKeyIn = ({ kid, epoch, x, d }: z.output<typeof secretJwk>): IndicatorKey => {
  const key = evaluationKeyOf(d);
  if (!Buffer.from(key.publicKey).equals(x)) throw new Error('x is not of d');
  return { kid, epoch, ...key };
};

const publicKeyIn = ({ kid, epoch, x, ...more }: z.output<typeof publicJwk>): IndicatorPublicKey => {
  if ('d' in more) throw new Error('a secret key is in the public set');
  if (!isPublicKey(x)) throw new Error('x is no element');
  return { kid, epoch, publicKey: x };
};

/**
 * Reads an agency's own keys: a JSON Web Key Set of one key, or of two while the epoch changes, the present one first.
 * @throws when it is no such set, a secret is no scalar, or a public half is not of its secret
 */
export const readIndicatorKeys = (text: string): EpochKeys<IndicatorKey> =>
  epochKeysOf((jwksFor('INDICATORS', secretJwk, text) ?? []).map(secretKeyIn));

/**
 * Reads the public set of another agency, in the same form without the secrets.
 * @throws when it is no such set, has a secret in it, or a key is no element of the group
 */
export const readIndicatorPublicKeys = (text: string): EpochKeys<IndicatorPublicKey> =>
  epochKeysOf((jwksFor('INDICATORS', publicJwk, text) ?? []).map(publicKeyIn));

/** The same of the keys by which measures are compared; undefined where the set has none. */
export function readMeasureKeys(text: string): EpochKeys<IndicatorKey> | undefined {
  const jwks = jwksFor('MEASURES', secretJwk, text);
  return jwks && epochKeysOf(jwks.map(secretKeyIn));
}

export function readMeasurePublicKeys(text: string): EpochKeys<IndicatorPublicKey> | undefined {
  const jwks = jwksFor('MEASURES', publicJwk, text);
  return jwks && epochKeysOf(jwks.map(publicKeyIn));
}
