import { type JWTPayload, SignJWT } from 'jose';
import { callerAudience } from '../../identity/caller-token.ts';
import { type Agency, subgraphOf } from '../../terms/agencies.ts';
import type { KeyPair } from './key-pairs.ts';

export const issuerOf = (agency: Agency): string => `https://login.${subgraphOf(agency)}.example`;

/** What a token of an agency's investigator says, valid for an hour from now. */
export function claimsOf(agency: Agency): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: issuerOf(agency),
    aud: callerAudience,
    sub: `${subgraphOf(agency)}-officer-1`,
    iat: now,
    exp: now + 3_600,
    roles: ['INVESTIGATOR'],
    cases: ['BY-2026-000001'],
  };
}

/** Signs claims as an identity provider does, with a header of the key's own unless `header` says otherwise. */
export const signedBy = (
  { alg, kid, privateKey }: KeyPair,
  claims: JWTPayload,
  header: { kid?: string; typ?: string } = { kid },
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg, typ: 'at+jwt', ...header }).sign(privateKey);

/** The claims without one of them. */
export function without(claims: JWTPayload, claim: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => name !== claim));
}
