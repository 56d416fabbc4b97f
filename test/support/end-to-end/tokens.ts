import { createHash, createPrivateKey, type JsonWebKey, randomBytes, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { StackAddress } from './stack.ts';

export const agencyNames = ['belarus', 'russia'] as const;
export type AgencyName = (typeof agencyNames)[number];
export type KeyName =
  | `${AgencyName}-issuer`
  | `${AgencyName}-attestation`
  | `${AgencyName}-channel`
  | 'gateway';

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
  const header = { alg: 'EdDSA', ...(key.kid === undefined ? {} : { kid: key.kid }), typ: 'at+jwt' };
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, 'EdDSA'));
}

export const officerToken = (stack: StackAddress, agency: AgencyName, role = 'investigator') =>
  signed(keyOf(stack, `${agency}-issuer`), claimsOf(agency, role));

export const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const sha256 = (data: string) => createHash('sha256').update(data).digest('base64url');

/** The mandate of the fetches below, unless a test changes it. */
export const usualMandate = {
  purpose: 'INVESTIGATION',
  legalBasis: 'COOPERATION_AGREEMENT',
  case: 'BY-2026-000001',
};

function jws(key: JWK, typ: string, claims: Claims): string {
  const content = `${part({ alg: 'EdDSA', kid: key.kid, typ })}.${part(claims)}`;
  const privateKey = createPrivateKey({ key: key as JsonWebKey, format: 'jwk' });
  return `${content}.${sign(null, Buffer.from(content), privateKey).toString('base64url')}`;
}

/** An attestation as an agency's attestor makes it for another agency, with the claims that a test wants changed. */
export const attestation = (key: JWK, home: AgencyName, audience: AgencyName, changed: Claims = {}): string =>
  jws(key, 'concord-attestation+jwt', {
    iss: home.toUpperCase(),
    aud: `concord-${audience}`,
    sub: `${home}-investigator-1`,
    roles: ['INVESTIGATOR'],
    cases: [usualMandate.case],
    mandate: usualMandate,
    iat: seconds(),
    exp: seconds() + 60,
    jti: randomUUID(),
    ...changed,
  });

/** What the gateway would present abroad for an officer of an agency. */
export const attestedOfficer = (
  stack: StackAddress,
  home: AgencyName,
  audience: AgencyName,
  changed: Claims = {},
): string => attestation(keyOf(stack, `${home}-attestation`), home, audience, changed);

/** One fetch of the gateway to a subgraph, for which it makes a fetch token. */
export interface Fetch {
  audience: string;
  body: string;
  /** What is presented for the caller; nothing towards a process that gets none. */
  callerToken?: string | undefined;
}

/** The gateway's name of a request that began at a second of its clock. */
const requestKey = (second: number): string =>
  `${(second * 1000).toString(36).padStart(9, '0')}-${randomBytes(10).toString('hex')}`;

/** A fetch token as the gateway makes it, with the claims that a test wants changed. */
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
    ...(callerToken !== undefined && { caller: sha256(callerToken) }),
    mandate: usualMandate,
    request: requestKey(Number(changed.iat ?? seconds())),
    ...changed,
  };
  return jws(key, 'concord-identity+jwt', claims);
}
