import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { Viewer } from '../terms/viewer.ts';
import { callerAudience } from './caller-token.ts';

/**
 * Lifetime of a development token unless its maker says otherwise, and so of a session of the development sign-in. Any other
 * session ends with the token of the identity provider, which sets how long that is.
 */
export const developmentTokenLasts = '8h';

export interface DevelopmentOfficer extends Pick<Viewer, 'subject' | 'roles' | 'cases'> {
  issuer: string;
  /** A number and s, m or h, such as `8h`. */
  lifetime: string;
  /** With it the officer writes no queries in the page of a gateway that has a manifest. */
  documents?: 'known' | undefined;
}

/**
 * A caller's token of a development stack, as an agency's identity provider would make it.
 * @param privateKey the issuer's, a JSON Web Key whose id says that it is development's
 */
export async function developmentToken(privateKey: string, officer: DevelopmentOfficer): Promise<string> {
  const jwk = JSON.parse(privateKey);
  return (
    new SignJWT({
      roles: officer.roles,
      cases: officer.cases,
      ...(officer.documents && { documents: officer.documents }),
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt' })
      .setIssuer(officer.issuer)
      .setAudience(callerAudience)
      .setSubject(officer.subject)
      // Two of one second are two tokens: the end of one session must not end another.
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(officer.lifetime)
      .sign(await importJWK(jwk, 'EdDSA'))
  );
}
