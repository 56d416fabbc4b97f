import type { FastifyRequest } from 'fastify';
import { refusal } from '../server/errors.ts';
import type { Agency } from '../terms/agencies.ts';
import { caseRefusal, type Mandate } from '../terms/mandate.ts';
import type { Viewer } from '../terms/viewer.ts';
import { bearerToken, type CallerVerifier } from './caller-token.ts';
import { type GrantVerifier, isGranted } from './fetch-grant.ts';
import { type FetchVerifier, fetchTokenHeader } from './fetch-token.ts';
import { type Suspended, suspendedMessage } from './suspended.ts';

/** The caller and their mandate, proven before anything else is done. */
export interface Authenticated {
  viewer: Viewer;
  mandate: Mandate;
  /** The officer's reason for reading dossiers beyond the mandate's case, if given. */
  reason?: string;
  /** The key of a mutation; empty for a query. */
  idempotencyKey: string;
  /** The gateway's own name of the request that this belongs to, see `newRequestKey`. */
  requestKey: string;
  /** True where the gateway has granted the reading, and not signed this very request. */
  byGrant?: true;
}

export type Authenticate = (request: FastifyRequest) => Promise<Authenticated>;

const forGatewayOnly = (): Error =>
  refusal(
    'IDENTITY_REFUSED',
    'This address answers only the gateway of the federation. Send your request there.',
  );

const refuseIdentity = (request: FastifyRequest, reason: string): Error => {
  request.log.warn({ reason }, 'fetch token refused');
  return refusal('IDENTITY_REFUSED', `The fetch token is refused: ${reason}.`);
};

const sameMandate = (one: Mandate, other: Mandate): boolean =>
  one.purpose === other.purpose && one.legalBasis === other.legalBasis && one.case === other.case;

/** A request whose caller has been proven, by a token with an end. */
export type Proven = Authenticated & {
  /** In milliseconds since 1970. */
  expiresAt: number;
};

/**
 * Authenticates a fetch to an agency's process. The gateway must have signed it for this process, this body and this
 * caller, and the token presented for the caller is verified here against what this process itself has pinned.
 * @param verifyGrant verifies fetches under grants; without it none is accepted
 * @throws IDENTITY_REFUSED, UNAUTHENTICATED or UNAVAILABLE, with HTTP status 401 or 503
 */
export const provenByGateway =
  (verifyFetch: FetchVerifier, verifyCaller: CallerVerifier, verifyGrant?: GrantVerifier) =>
  async (request: FastifyRequest): Promise<Proven> => {
    const token = bearerToken(request.headers.authorization);
    const identity = request.headers[fetchTokenHeader];
    if (!token || typeof identity !== 'string' || !request.rawBody) throw forGatewayOnly();
    const caller = await verifyCaller(token);
    if ('unavailable' in caller)
      throw refusal('UNAVAILABLE', caller.unavailable, { agency: caller.provider });
    if ('refused' in caller) throw refusal('UNAUTHENTICATED', caller.refused);
    const { method, url: path, rawBody: body } = request;
    const { tokenHash: callerHash } = caller;
    const byGrant = verifyGrant !== undefined && isGranted(identity);
    const result = byGrant
      ? verifyGrant(identity, { method, path, body, callerHash })
      : verifyFetch(identity, { body, callerHash });
    if ('refused' in result) throw refuseIdentity(request, result.refused);
    const { mandate, reason, idempotencyKey = '', request: requestKey } = result.claims;
    if (caller.mandate && !sameMandate(caller.mandate, mandate))
      throw refuseIdentity(request, 'signed for another mandate than was attested');
    const notAssigned = caseRefusal(mandate, caller.viewer);
    if (notAssigned) throw refusal('CASE_NOT_ASSIGNED', notAssigned);
    return {
      viewer: caller.viewer,
      mandate,
      ...(reason !== undefined && { reason }),
      idempotencyKey,
      requestKey,
      ...(byGrant && { byGrant }),
      expiresAt: caller.expiresAt,
    };
  };

/** The requests that an agency's subgraph accepts. */
export const authenticateFetch = (
  verifyFetch: FetchVerifier,
  verifyCaller: CallerVerifier,
  verifyGrant?: GrantVerifier,
): Authenticate => {
  const prove = provenByGateway(verifyFetch, verifyCaller, verifyGrant);
  return async (request) => {
    const { expiresAt: _end, ...authenticated } = await prove(request);
    return authenticated;
  };
};

export type AskedByGateway = (request: FastifyRequest) => void;

/**
 * Authenticates a request that the gateway makes for itself, for no caller.
 * @throws IDENTITY_REFUSED, with HTTP status 401
 */
export const askedByGateway =
  (verifyFetch: FetchVerifier): AskedByGateway =>
  (request) => {
    const identity = request.headers[fetchTokenHeader];
    if (typeof identity !== 'string' || !request.rawBody) throw forGatewayOnly();
    const result = verifyFetch(identity, { body: request.rawBody, callerHash: undefined });
    if ('refused' in result) throw refuseIdentity(request, result.refused);
    if (result.claims.viewer) throw refuseIdentity(request, 'signed for a caller');
  };

/**
 * Takes an officer's reason from the agency's own officers alone: another agency's give theirs to their own.
 * @throws IDENTITY_REFUSED, with HTTP status 401, for a gateway that tells it all the same
 */
export const refusingForeignReasons =
  (own: Agency, authenticate: Authenticate): Authenticate =>
  async (request) => {
    const authenticated = await authenticate(request);
    if (authenticated.viewer.agency !== own && authenticated.reason !== undefined)
      throw refuseIdentity(request, 'with a reason that is for another agency');
    return authenticated;
  };

/** Lets nobody in whom their agency has suspended. */
export const refusingSuspended =
  (authenticate: Authenticate, suspended: Suspended): Authenticate =>
  async (request) => {
    const authenticated = await authenticate(request);
    const { viewer } = authenticated;
    if (suspended.has(viewer)) throw refusal('FORBIDDEN', suspendedMessage(viewer.agency));
    return authenticated;
  };

/**
 * Authenticates a fetch to a process that owns no records, by the gateway's word for who asks. No token of a caller may
 * reach such a process, since it has no use for one.
 * @throws IDENTITY_REFUSED, with HTTP status 401
 */
export const onGatewaysWord =
  (verifyFetch: FetchVerifier): Authenticate =>
  async (request) => {
    const identity = request.headers[fetchTokenHeader];
    if (typeof identity !== 'string' || !request.rawBody) throw forGatewayOnly();
    if (request.headers.authorization !== undefined)
      throw refuseIdentity(request, 'no token of a caller is wanted here');
    const result = verifyFetch(identity, { body: request.rawBody, callerHash: undefined });
    if ('refused' in result) throw refuseIdentity(request, result.refused);
    const { viewer, mandate, idempotencyKey = '', request: requestKey } = result.claims;
    if (!viewer) throw refuseIdentity(request, 'it names no viewer');
    return { viewer, mandate, idempotencyKey, requestKey };
  };
