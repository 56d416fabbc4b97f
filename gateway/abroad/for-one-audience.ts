import { decodeJwt } from 'jose';
import { type Agency, audienceOf } from '../../terms/agencies.ts';
import type { Obtained } from './kept-tokens.ts';

/**
 * A token as it may be sent to an agency: for that agency alone, and with an end. Its maker may have made a mistake, and
 * one that is good at home too must not leave.
 */
export function forOneAudience(token: string, audience: Agency): Obtained {
  try {
    const { aud, iat = 0, exp = 0 } = decodeJwt(token);
    const named = Array.isArray(aud) ? aud : [aud];
    if (named.length !== 1 || named[0] !== audienceOf(audience))
      return { kind: 'unavailable', reason: 'a token for another audience' };
    const lifetime = (exp - iat) * 1000;
    return lifetime > 0 ? { token, lifetime } : { kind: 'unavailable', reason: 'a token without a life' };
  } catch {
    return { kind: 'unavailable', reason: 'no token' };
  }
}
