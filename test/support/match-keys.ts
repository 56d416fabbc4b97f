import { type MatchKeys, readMatchKeys } from '../../subgraphs/agency/matching/tokens.ts';

/** A set of keys as `MATCH_KEYS` has it, each known to everybody: for tests alone. */
export const keySetOf = (...ids: string[]): string =>
  JSON.stringify({
    keys: ids.map((kid) => ({
      kty: 'oct',
      kid,
      k: Buffer.from(kid.padEnd(32, '.')).toString('base64url'),
    })),
  });

export const keysOf = (...ids: string[]): MatchKeys => readMatchKeys(keySetOf(...ids));

/** What tests write under that are not about keys. */
export const testKeys: MatchKeys = keysOf('test');
