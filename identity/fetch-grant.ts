import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { type Mandate, mandateSchema } from '../terms/mandate.ts';
import { reasonSchema } from '../terms/reason.ts';
import { isKeyOfTime, requestKeyForm } from '../terms/request-key.ts';
import { agreedKey, publicHalfForm, publicHalfOf } from './agreed-key.ts';
import type { SigningKey, VerificationKeys } from './ed25519-keys.ts';
import { jwsHeader, openJws, signJws } from './jws.ts';

/**
 * The grant and what is sent under it: a fetch token in two parts, for reading. The grant, a compact JWS, says who asks under which
 * mandate, for one audience and at most 60 seconds; it is signed once, and verified once. Each fetch under it has a message
 * authentication code (HMAC-SHA-256) over its method, path, body, time and request, by a key that this gateway and that agency
 * alone share. So a fetch is bound to all that a fetch token binds it to, at a twentieth of the processor time. Who changes
 * something signs each request with a fetch token. Signer and verifier stand side by side.
 */
export const grantType = 'concord-grant+jwt';

/** The header in which an agency tells its half of the key. */
export const grantKeyHeader = 'concord-grant-key';

/** Seconds. A grant is renewed at half of it. */
const longestGrant = 60;
/** Seconds for which one fetch is good, as with a fetch token. */
const lifetime = 30;
const clockTolerance = 5;
const issuer = 'concord-gateway';
const separator = '~';

const grantSchema = z.strictObject({
  iss: z.literal(issuer),
  /** The one subgraph this is for. */
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
  /** SHA-256 of the token that is presented for the caller, base64url. */
  caller: z.string(),
  mandate: mandateSchema,
  reason: reasonSchema.optional(),
  /** The gateway's half of the key, X25519. */
  half: z.string().regex(publicHalfForm),
});
type GrantClaims = z.infer<typeof grantSchema>;

const fetchSchema = z.strictObject({
  iat: z.number(),
  jti: z.string(),
  /** The gateway's own name of the request that the fetch belongs to, see `newRequestKey`. */
  request: z.string().regex(requestKeyForm),
});

/** True for what a caller of this form says of itself: nothing of it has been verified. */
export const isGranted = (identity: string): boolean => identity.includes(separator);

interface Sent {
  method: string;
  path: string;
  body: string | Buffer;
}

/** None of the parts can have a line's end: so no two fetches are written alike. */
function codeOf(key: KeyObject, grant: string, fetch: string, { method, path, body }: Sent): Buffer {
  const hash = createHash('sha256').update(body).digest('base64url');
  return createHmac('sha256', key)
    .update(`concord-fetch\n${method}\n${path}\n${grant}\n${fetch}\n${hash}`)
    .digest();
}

export interface GrantedSubject extends Sent {
  audience: string;
  callerHash: string;
  mandate: Mandate;
  reason?: string | undefined;
  requestKey: string;
}

/**
 * @param agencyHalf the agency's half of the key, as it has told it
 * @returns undefined where that is none
 */
export type GrantSigner = (subject: GrantedSubject, agencyHalf: string) => string | undefined;

const mostGrants = 10_000;

export function createGrantSigner({ kid, key }: SigningKey, now: () => number = Date.now): GrantSigner {
  const header = jwsHeader(kid, grantType);
  const { privateKey: own } = generateKeyPairSync('x25519');
  const half = publicHalfOf(own);
  const keys = new LRUCache<string, KeyObject>({ max: 100 });
  const grants = new LRUCache<string, { text: string; iat: number }>({ max: mostGrants });

  function keyFor(audience: string, agencyHalf: string): KeyObject | undefined {
    const known = keys.get(`${audience} ${agencyHalf}`);
    if (known) return known;
    const made = agreedKey({ own, other: agencyHalf, halves: [half, agencyHalf], audience });
    if (made) keys.set(`${audience} ${agencyHalf}`, made);
    return made;
  }

  function grantFor({ audience, callerHash, mandate, reason }: GrantedSubject, iat: number): string {
    const { purpose, legalBasis, case: caseNumber = '' } = mandate;
    const place = [audience, callerHash, purpose, legalBasis, caseNumber, reason ?? ''].join('\n');
    const known = grants.get(place);
    if (known && iat >= known.iat && iat < known.iat + longestGrant / 2) return known.text;
    const claims: GrantClaims = {
      iss: issuer,
      aud: audience,
      iat,
      exp: iat + longestGrant,
      jti: randomUUID(),
      caller: callerHash,
      mandate,
      ...(reason !== undefined && { reason }),
      half,
    };
    const text = signJws(header, claims, key);
    grants.set(place, { text, iat });
    return text;
  }

  return (subject, agencyHalf) => {
    const shared = keyFor(subject.audience, agencyHalf);
    if (!shared) return undefined;
    const iat = Math.floor(now() / 1000);
    const grant = grantFor(subject, iat);
    const claims: z.infer<typeof fetchSchema> = { iat, jti: randomUUID(), request: subject.requestKey };
    const fetch = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const code = codeOf(shared, grant, fetch, subject).toString('base64url');
    return [grant, fetch, code].join(separator);
  };
}

export type GrantVerdict =
  | { claims: { mandate: Mandate; reason?: string | undefined; idempotencyKey?: undefined; request: string } }
  | { refused: string };

export type GrantVerifier = (identity: string, sent: Sent & { callerHash: string }) => GrantVerdict;

interface Known {
  claims: GrantClaims;
  shared: KeyObject;
}

function parseJson(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/**
 * @param own the agency's half of the key, private
 * @param onTime told when the gateway says that it has sent, once that is proven
 * @returns a verifier that accepts a fetch for `audience` only, as it was sent and for the caller it was granted to
 */
export function createGrantVerifier(
  keys: VerificationKeys,
  audience: string,
  own: KeyObject,
  now: () => number = Date.now,
  onTime: (sentAt: number) => void = () => undefined,
): GrantVerifier {
  const ownHalf = publicHalfOf(own);
  /** Grants that have come with a code; when they end is looked at each time. */
  const known = new LRUCache<string, Known>({ max: mostGrants });

  function open(grant: string): Known | { refused: string } {
    const kept = known.get(grant);
    if (kept) return kept;
    const opened = openJws(grant, grantType, (kid) => keys.get(kid));
    if ('refused' in opened) return opened;
    const parsed = grantSchema.safeParse(opened.claims);
    if (!parsed.success) return { refused: 'unexpected claims' };
    const claims = parsed.data;
    if (claims.aud !== audience) return { refused: 'meant for another subgraph' };
    const shared = agreedKey({ own, other: claims.half, halves: [claims.half, ownHalf], audience });
    if (!shared) return { refused: 'no key to agree on' };
    return { claims, shared };
  }

  return (identity, sent) => {
    const parts = identity.split(separator);
    const [grant, fetch, code] = parts;
    if (parts.length !== 3 || !grant || !fetch || !code) return { refused: 'malformed' };
    const opened = open(grant);
    if ('refused' in opened) return opened;
    const { claims, shared } = opened;
    const expected = codeOf(shared, grant, fetch, sent);
    const given = Buffer.from(code, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return { refused: 'not sent so under this key' };
    const parsed = fetchSchema.safeParse(parseJson(fetch));
    if (!parsed.success) return { refused: 'unexpected claims' };
    const { iat, request } = parsed.data;
    const seconds = now() / 1000;
    onTime(iat * 1000);
    if (claims.exp > claims.iat + longestGrant || iat < claims.iat || iat > claims.exp)
      return { refused: 'impossible times' };
    if (iat > seconds + clockTolerance) return { refused: 'impossible times' };
    if (!isKeyOfTime(request, iat * 1000)) return { refused: 'of a request of another time' };
    if (Math.min(iat + lifetime, claims.exp) + clockTolerance <= seconds) return { refused: 'stale' };
    if (claims.caller !== sent.callerHash) return { refused: 'granted to another caller' };
    // Not before: a signature can be spelt in many ways, and the code is over the one that was sent.
    if (!known.has(grant)) known.set(grant, opened);
    const { mandate, reason } = claims;
    return { claims: { mandate, reason, request } };
  };
}
