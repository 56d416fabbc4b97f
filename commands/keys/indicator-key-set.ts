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

/** The content of `<AGENCY>_INDICATOR_KEYS`, the present epoch's key first. */
export const indicatorKeySet = (keys: readonly IndicatorJwk[]): string => JSON.stringify({ keys });

/** The public halves of them, for the other agency. */
export const indicatorPublicSet = (keys: readonly IndicatorJwk[]): string =>
  JSON.stringify({ keys: keys.map(({ d: _secret, ...key }): IndicatorPublicJwk => key) });
