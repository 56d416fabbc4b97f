import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type Mandate, mandateSchema } from '../terms/mandate.ts';
import { reasonSchema } from '../terms/reason.ts';
import { isKeyOfTime, requestKeyForm } from '../terms/request-key.ts';
import { type Viewer, viewerSchema } from '../terms/viewer.ts';
import type { SigningKey, VerificationKeys } from './ed25519-keys.ts';
import { jwsHeader, openJws, signJws } from './jws.ts';

/**
 * The fetch token: what the gateway says of one fetch to one subgraph. A compact JWS (RFC 7515, Ed25519 as in RFC
 * 8037) that binds the mandate to the body and to the token that comes with it for the caller, for one audience and 30
 * seconds, so that it cannot be used with another body, another caller, another agency or later. Signer and verifier stand
 * side by side.
 */
export const fetchTokenHeader = 'concord-identity';

const lifetime = 30;
const clockTolerance = 5;
const issuer = 'concord-gateway';
const type = 'concord-identity+jwt';

const claimsSchema = z.strictObject({
  iss: z.literal(issuer),
  /** The one subgraph this is for, in upper case. */
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  jti: z.string(),
  /** SHA-256 of the request's body, base64url. */
  body: z.string(),
  /**
   * SHA-256 of the token that is presented for the caller, base64url: the caller's own at home, an attestation or an exchanged
   * one abroad. Absent towards a process that gets none.
   */
  caller: z.string().optional(),
  /** Towards a process that owns no records, and so takes the gateway's word for who asks. */
  viewer: viewerSchema.optional(),
  mandate: mandateSchema,
  /** The officer's reason for reading dossiers beyond the mandate's case, if given. */
  reason: reasonSchema.optional(),
  /** The key of a mutation. It is signed, so that a captured request cannot be sent again under another key. */
  idempotencyKey: z.string().optional(),
  /** The gateway's own name of the request that the fetch belongs to, see `newRequestKey`. */
  request: z.string().regex(requestKeyForm),
});
export type FetchClaims = z.infer<typeof claimsSchema>;

export interface FetchSubject {
  audience: string;
  body: string | Buffer;
  callerHash?: string | undefined;
  viewer?: Viewer | undefined;
  mandate: Mandate;
  reason?: string | undefined;
  idempotencyKey?: string | undefined;
  requestKey: string;
}

export type FetchSigner = (subject: FetchSubject) => string;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('base64url');

export function createFetchSigner({ kid, key }: SigningKey, now: () => number = Date.now): FetchSigner {
  const header = jwsHeader(kid, type);
  return ({ audience, body, callerHash, viewer, mandate, reason, idempotencyKey, requestKey }) => {
    const iat = Math.floor(now() / 1000);
    const claims: FetchClaims = {
      iss: issuer,
      aud: audience,
      iat,
      exp: iat + lifetime,
      jti: randomUUID(),
      body: sha256(body),
      ...(callerHash !== undefined && { caller: callerHash }),
      ...(viewer !== undefined && {
        viewer: { ...viewer, roles: [...viewer.roles], cases: [...viewer.cases] },
      }),
      mandate,
      ...(reason !== undefined && { reason }),
      ...(idempotencyKey !== undefined && { idempotencyKey }),
      request: requestKey,
    };
    return signJws(header, claims, key);
  };
}

export type FetchVerdict = { claims: FetchClaims } | { refused: string };

export type FetchVerifier = (
  token: string,
  subject: { body: Buffer; callerHash: string | undefined },
) => FetchVerdict;

/**
 * @param onTime told when the gateway says that it has signed, whether the token is accepted or not
 * @returns a verifier that accepts a token for `audience` only, with the body and the caller it was signed for
 */
export function createFetchVerifier(
  keys: VerificationKeys,
  audience: string,
  now: () => number = Date.now,
  onTime: (signedAt: number) => void = () => undefined,
): FetchVerifier {
  return (token, { body, callerHash }) => {
    const opened = openJws(token, type, (kid) => keys.get(kid));
    if ('refused' in opened) return opened;
    const parsed = claimsSchema.safeParse(opened.claims);
    if (!parsed.success) return { refused: 'unexpected claims' };
    const claims = parsed.data;
    const seconds = now() / 1000;
    if (claims.aud !== audience) return { refused: 'meant for another subgraph' };
    onTime(claims.iat * 1000);
    if (claims.exp > claims.iat + lifetime || claims.iat > seconds + clockTolerance)
      return { refused: 'impossible times' };
    if (!isKeyOfTime(claims.request, claims.iat * 1000)) return { refused: 'of a request of another time' };
    if (claims.exp + clockTolerance <= seconds) return { refused: 'stale' };
    if (claims.body !== sha256(body)) return { refused: 'signed for another body' };
    if (claims.caller !== callerHash) return { refused: 'signed for another caller' };
    return { claims };
  };
}
