import { createHash } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import type { Agency } from '../terms/agencies.ts';
import { composed } from '../terms/composed.ts';
import type { Mandate } from '../terms/mandate.ts';
import { isSubject, longestSubject, rolesHeld, type Viewer } from '../terms/viewer.ts';
import { isDevelopmentKey } from './is-development-key.ts';
import { type Issuer, type IssuerKeys, issuerKeys } from './issuer-keys.ts';

/**
 * The audience of a token that is good at the gateway and at the officer's own agency, so that one meant for another system of
 * the agency opens nothing here.
 */
export const callerAudience = 'concord';

export type { Issuer };

export type CallerResult =
  | {
      viewer: Viewer;
      tokenHash: string;
      /** In milliseconds since 1970. */
      expiresAt: number;
      /** The one mandate that a token is good for; any, where it names none. */
      mandate?: Mandate;
      /** There where the token has the claim `documents` with `known`: see `isForKnownDocuments`. */
      knownDocumentsOnly?: true;
    }
  /** UNAUTHENTICATED unless it has another code. */
  | { refused: string; code?: 'FORBIDDEN' }
  /** No result: without the keys of this agency's identity provider, its tokens cannot be judged. */
  | { unavailable: string; provider: Agency };

export type CallerVerifier = (token: string) => Promise<CallerResult>;

/** Signature algorithms with a public key only: with a shared secret, or with none, anybody could sign. */
const algorithms = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'];

/** A verified token is believed this long before its signature is checked again, so that a withdrawn key takes effect. */
const believedFor = 5 * 60_000;

/** Seconds that the clocks of a provider and of ours may differ. */
const clockTolerance = 5;

/** No token is accepted longer than this after it was issued, whatever it says of its own end. */
export const longestLife = '24h';

/** Seconds from the issue of a token for use abroad to its end, at most. */
export const longestAbroad = 5 * 60;

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * A name of a token for as long as it lives, however its signature is written: that can be spelt in several ways, in base64url and,
 * of ECDSA, in its numbers, and each opens what the token opens. Only for tokens that were verified: anybody can write what is signed.
 */
export const nameOfToken = (token: string): string => hashOfToken(token.slice(0, token.lastIndexOf('.')));

const strings = (claim: unknown): string[] =>
  Array.isArray(claim) ? claim.filter((item): item is string => typeof item === 'string') : [];

/** A subject in the one form in which it is compared and recorded. */
export const subjectOf = ({ subjects }: Pick<Issuer, 'subjects'>, written: string): string =>
  // A far longer one is no subject, so nothing is made of it.
  subjects === 'exact' || written.length > 4 * longestSubject
    ? written
    : composed(composed(written).toLowerCase());

function viewerOf(payload: JWTPayload, subject: string, issuer: Issuer): Viewer {
  return {
    subject: subjectOf(issuer, subject),
    agency: issuer.agency,
    roles: rolesHeld(strings(payload.roles)),
    // A provider may name one twice, of two groups that it maps to it.
    cases: [...new Set(strings(payload.cases))],
  };
}

/**
 * True for a token whose holder writes no queries beside a manifest of known documents, whatever their role: `documents` is `known`, or
 * a list with it, as providers write a claim of several values.
 */
const isForKnownDocuments = ({ documents }: JWTPayload): boolean =>
  documents === 'known' || strings(documents).includes('known');

const claimRefused = (claim: string) =>
  `The token's claim \`${claim}\` is missing or not the one expected here.`;

const invisible =
  "The token's claim `sub` has blanks at an end, two in a row, characters that cannot be seen, or more than 255. Ask whoever runs the identity provider to correct your account's name.";

/** Said of a provider without whose keys nothing can be said of a token. */
const unavailable = (agency: Agency): CallerResult => ({
  unavailable: `The identity provider of ${agency} does not answer, so its officers cannot be recognised. Try again later.`,
  provider: agency,
});

/** The reason for refusing a token, in words that its holder can act on; nothing of the token is repeated. */
function reasonFor(error: unknown, agency: Agency): CallerResult {
  if (error instanceof errors.JWTExpired) return { refused: 'The token has expired. Sign in again.' };
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return unavailable(agency);
  if (error instanceof errors.JWTClaimValidationFailed) {
    return { refused: claimRefused(error.claim) };
  }
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') {
    return { refused: 'The token is malformed or not signed by its issuer.' };
  }
  return unavailable(agency);
}

/** The `iss` of a token, of which nothing has been verified yet; undefined when it is no JWT. */
function issuerOf(token: string): string | undefined {
  try {
    const { iss } = decodeJwt(token);
    // Whatever else it is, an object or a list, is no name of an issuer.
    return typeof iss === 'string' ? iss : '';
  } catch {
    return undefined;
  }
}

/**
 * Tells an access token from any other that the provider signs. An ID token (OpenID Connect) has the name of a client as its
 * audience, and would be good here if a client were called `concord`.
 */
function isAccessToken(typ: unknown, payload: JWTPayload, { accessTokenClaim }: Issuer): boolean {
  if (typeof typ === 'string' && /^(application\/)?at\+jwt$/i.test(typ)) return true;
  if (!accessTokenClaim || ofIdTokens.some((claim) => claim in payload)) return false;
  return payload[accessTokenClaim.name] === accessTokenClaim.value;
}

const ofIdTokens = ['nonce', 'at_hash', 'c_hash'];

/** The reason why a token does not make its holder known abroad; undefined where it does. It must be good there alone, and not for long. */
function refusedAbroad({ aud, iat = 0, exp = 0 }: JWTPayload): string | undefined {
  if (Array.isArray(aud) && aud.length > 1) return claimRefused('aud');
  return exp - iat > longestAbroad ? claimRefused('exp') : undefined;
}

/**
 * Verifies callers' tokens (RFC 7519, signed by their agency's identity provider). Used by the gateway and again by
 * each subgraph against its own pinned issuers, so that not even the gateway's operator can invent an officer.
 */
export function createCallerVerifier(
  issuers: readonly Issuer[],
  options: {
    allowDevelopmentKeys: boolean;
    keys?: IssuerKeys;
    /** The audience of an agency's tokens here, where that is not `concord`: they are then of no other. */
    audienceFor?: (agency: Agency) => string;
  },
): CallerVerifier {
  const keys = options.keys ?? issuerKeys(issuers);
  const audienceFor = options.audienceFor ?? (() => callerAudience);
  const issuerNamed = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));
  const verified = new LRUCache<string, Promise<CallerResult>>({ max: 5_000, ttl: believedFor });

  async function verify(token: string, tokenHash: string): Promise<CallerResult> {
    const iss = issuerOf(token);
    if (iss === undefined) return { refused: 'The token is malformed or not signed by its issuer.' };
    const found = keys.of(iss);
    const issuer = issuerNamed.get(iss);
    if (!found || !issuer) return { refused: 'The token is not from an identity provider of either agency.' };
    const audience = audienceFor(issuer.agency);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, found.find, {
        issuer: iss,
        audience,
        algorithms,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance,
        maxTokenAge: longestLife,
      });
      // Without the key's id in the token nobody could tell which key of the set it was, a development key or not.
      if (protectedHeader.kid === undefined) return { refused: 'The token does not name its key (`kid`).' };
      if (!isAccessToken(protectedHeader.typ, payload, issuer)) {
        return { refused: 'Only access tokens are accepted here: of the type `at+jwt` (RFC 9068).' };
      }
      if (typeof payload.sub !== 'string' || payload.sub === '') return { refused: claimRefused('sub') };
      if (!isSubject(payload.sub)) return { refused: invisible };
      if (!options.allowDevelopmentKeys && isDevelopmentKey(protectedHeader.kid)) {
        return { refused: 'Development tokens are not accepted here.' };
      }
      if (payload.agency !== undefined && payload.agency !== issuer.agency) {
        return { refused: 'The token claims an agency other than its issuer.' };
      }
      const refused = audience === callerAudience ? undefined : refusedAbroad(payload);
      if (refused !== undefined) return { refused };
      return {
        viewer: viewerOf(payload, payload.sub, issuer),
        tokenHash,
        expiresAt: (payload.exp ?? 0) * 1000,
        ...(isForKnownDocuments(payload) && { knownDocumentsOnly: true }),
      };
    } catch (error) {
      return reasonFor(error, issuer.agency);
    }
  }

  return async (token) => {
    const tokenHash = hashOfToken(token);
    const kept = verified.get(tokenHash);
    const result = await (kept ?? verify(token, tokenHash));
    if (!('viewer' in result)) return result;
    if (result.expiresAt <= Date.now()) return { refused: 'The token has expired. Sign in again.' };
    if (!kept) verified.set(tokenHash, Promise.resolve(result));
    return result;
  };
}

/** The token of an `authorization: Bearer …` header (RFC 6750), or undefined. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w~+/.=-]+)$/i.exec(authorization ?? '')?.[1];
