import { randomBytes, randomUUID } from 'node:crypto';

/** A match key as a JSON Web Key (RFC 7518, section 6.4). */
export interface MatchJwk {
  kty: 'oct';
  kid: string;
  k: string;
}

export const newMatchKey = (kidPrefix = ''): MatchJwk => ({
  kty: 'oct',
  kid: `${kidPrefix}${randomUUID()}`,
  k: randomBytes(32).toString('base64url'),
});

/** The content of `MATCH_KEYS`, the current key first. */
export const matchKeySet = (keys: readonly MatchJwk[]): string => JSON.stringify({ keys });
