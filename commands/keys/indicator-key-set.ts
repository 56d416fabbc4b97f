import { randomUUID } from 'node:crypto';
import { newEvaluationKey } from '../../subgraphs/agency/matching/two-key/evaluation-key.ts';

/** The public half of an agency's key of an epoch, as a JSON Web Key; no name is registered for its group. */
export interface IndicatorPublicJwk {
  kty: 'OKP';
  crv: 'ristretto255';
  kid: string;
  epoch: string;
  x: string;
}

/** The same with its secret. */
export interface IndicatorJwk extends IndicatorPublicJwk {
  d: string;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export function newIndicatorKey(epoch: string, kidPrefix = ''): IndicatorJwk {
  const { secretKey, publicKey } = newEvaluationKey();
  const kid = `${kidPrefix}${randomUUID()}`;
  return { kty: 'OKP', crv: 'ristretto255', kid, epoch, x: text(publicKey), d: text(secretKey) };
}

/** The keys of an agency, or the public halves of them: by which it compares identifiers, and measures. */
export interface KeySet<Jwk> {
  /** The present epoch's key first. */
  keys: readonly Jwk[];
  /** Absent in a set of before measures were compared. */
  measures?: readonly Jwk[];
}

/** The content of `<AGENCY>_INDICATOR_KEYS`. */
export const indicatorKeySet = ({ keys, measures }: KeySet<IndicatorJwk>): string =>
  JSON.stringify({ keys, measures });

const publicHalf = ({ d: _secret, ...key }: IndicatorJwk): IndicatorPublicJwk => key;

/** The public halves of them, for the other agency. */
export const indicatorPublicSet = ({ keys, measures }: KeySet<IndicatorJwk>): string =>
  JSON.stringify({ keys: keys.map(publicHalf), measures: measures?.map(publicHalf) });

/** A set of new keys of an epoch, each use with its own. */
export const newKeySet = (epoch: string, kidPrefix = ''): KeySet<IndicatorJwk> => ({
  keys: [newIndicatorKey(epoch, kidPrefix)],
  measures: [newIndicatorKey(epoch, kidPrefix)],
});
