import { type KeyObject, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Agency, agencyNames, audienceOf } from '../terms/agencies.ts';
import { roles } from '../terms/enums.ts';
import { caseRefusal, type Mandate, mandateSchema } from '../terms/mandate.ts';
import { isSubject, rolesHeld, type Viewer } from '../terms/viewer.ts';
import type { SigningKey } from './ed25519-keys.ts';
import { jwsHeader, openJws, signJws } from './jws.ts';

/**
 * An attestation: what an officer's own agency says of them to one other agency, so that no token which is good at home is
 * ever sent abroad. A compact JWS (Ed25519) of who asks under which mandate, for one audience. The agency that receives it
 * verifies it with the pinned key of the home agency: neither the gateway nor another agency can make one, and who catches
 * one can use it nowhere but where it was caught. Signer and verifier stand side by side.
 */
export const attestationType = 'concord-attestation+jwt';

/** Seconds. An attestation is renewed at half of it. */
export const longestAttestation = 60;

/** Seconds that the clocks of two agencies may differ. */
const clockTolerance = 5;

const claimsSchema = z.strictObject({
  /** The home agency. */
  iss: z.enum(agencyNames),
  /** The one agency it is for. */
  aud: z.string(),
  sub: z.string().refine(isSubject),
  roles: z.array(z.enum(roles)),
  /** The mandate's case, if it has one: the other agency need not know what else the officer works on. */
  cases: z.array(z.string()).max(1),
  mandate: mandateSchema,
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
});
export type AttestationClaims = z.infer<typeof claimsSchema>;

export interface Attested {
  viewer: Viewer;
  mandate: Mandate;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/**
 * @param attested a viewer whose own token the signer has verified, with the end of that token
 * @param audience the agency that is to know them
 */
export type AttestationSigner = (attested: Attested, audience: Agency) => string;

export function createAttestationSigner(
  { kid, key }: SigningKey,
  home: Agency,
  now: () => number = Date.now,
): AttestationSigner {
  const header = jwsHeader(kid, attestationType);
  return ({ viewer, mandate, expiresAt }, audience) => {
    const iat = Math.floor(now() / 1000);
    const claims: AttestationClaims = {
      iss: home,
      aud: audienceOf(audience),
      sub: viewer.subject,
      roles: [...viewer.roles],
      cases: [...new Set(viewer.cases)].filter((each) => each === mandate.case),
      mandate,
      iat,
      exp: Math.min(iat + longestAttestation, Math.floor(expiresAt / 1000)),
      jti: randomUUID(),
    };
    return signJws(header, claims, key);
  };
}

/** The pinned public keys of each other agency, by their ids: the current one and, while it changes, the next. */
export type AttestationKeys = ReadonlyMap<string, { agency: Agency; key: KeyObject }>;

export type AttestationVerifier = (token: string) => Attested | { refused: string };

/** @param own the agency that verifies, for which alone an attestation is accepted */
export function createAttestationVerifier(
  keys: AttestationKeys,
  own: Agency,
  now: () => number = Date.now,
): AttestationVerifier {
  return (token) => {
    const opened = openJws(token, attestationType, (kid) => keys.get(kid)?.key);
    if ('refused' in opened) return opened;
    const parsed = claimsSchema.safeParse(opened.claims);
    if (!parsed.success) return { refused: 'unexpected claims' };
    const { iss, aud, sub, roles: attested, cases, mandate, iat, exp } = parsed.data;
    const seconds = now() / 1000;
    if (iss !== keys.get(opened.kid)?.agency) return { refused: 'signed by another agency' };
    if (aud !== audienceOf(own)) return { refused: 'meant for another agency' };
    if (exp > iat + longestAttestation || iat > seconds + clockTolerance)
      return { refused: 'impossible times' };
    if (exp <= seconds) return { refused: 'stale' };
    const viewer: Viewer = { subject: sub, agency: iss, roles: rolesHeld(attested), cases };
    if (caseRefusal(mandate, viewer)) return { refused: "for a case that is not the officer's" };
    return { viewer, mandate, expiresAt: exp * 1000 };
  };
}
