import { createHash, createPrivateKey, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { StackAddress } from './stack.ts';

export const agencyNames = ['belarus', 'russia'] as const;
export type AgencyName = (typeof agencyNames)[number];
export type KeyName = `${AgencyName}-issuer` | 'gateway';

type Claims = Record<string, unknown>;

/** A private key that a development stack has made, as its operator can read it. */
export const keyOf = ({ dataDirectory }: StackAddress, name: KeyName): JWK =>
  JSON.parse(readFileSync(join(dataDirectory, 'keys', `${name}.private.json`), 'utf8'));

export const issuerOf = (agency: AgencyName): string => `https://${agency}.concord.example/development`;

export const seconds = (): number => Math.floor(Date.now() / 1000);

/** What the token of an officer of an agency says, valid for an hour. A claim that is undefined is left out. */
export const claimsOf = (agency: AgencyName, role: string, changed: Claims = {}): Claims => ({
  iss: issuerOf(agency),
  aud: 'concord',
  sub: `${agency}-${role}-1`,
  iat: seconds(),
  exp: seconds() + 3_600,
  roles: [role.toUpperCase()],
  cases: ['BY-2026-000001', 'RU-2026-000001'],
  ...changed,
});

/** Signs claims as an agency's identity provider does. */
export async function signed(key: JWK, claims: Claims): Promise<string> {
  const header = { alg: 'EdDSA', ...(key.kid === undefined ? {} : { kid: key.kid }), typ: 'JWT' };
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, 'EdDSA'));
}

export const officerToken = (stack: StackAddress, agency: AgencyName, role = 'investigator') =>
  signed(keyOf(stack, `${agency}-issuer`), claimsOf(agency, role));

export const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const sha256 = (data: string) => createHash('sha256').update(data).digest('base64url');

/** One fetch of the gateway to a subgraph, for which it makes an identity token. */
export interface Fetch {
  audience: string;
  body: string;
  callerToken: string;
}

/** An identity token as the gateway makes it, with the claims that a test wants changed. */
export function identityToken(
  key: JWK,
  { audience, body, callerToken }: Fetch,
  changed: Claims = {},
): string {
  const claims = {
    iss: 'concord-gateway',
    aud: audience,
    iat: seconds(),
    exp: seconds() + 30,
    jti: randomUUID(),
    body: sha256(body),
    caller: sha256(callerToken),
    mandate: { purpose: 'INVESTIGATION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' },
    request: randomUUID(),
    ...changed,
  };
  const content = `${part({ alg: 'EdDSA', kid: key.kid, typ: 'concord-identity+jwt' })}.${part(claims)}`;
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`;
}
