import type { FastifyRequest } from 'fastify';
import { refusal } from '../server/errors.ts';
import { bearerToken, type CallerVerifier } from './caller-token.ts';
import { type IdentityVerifier, identityHeader } from './identity-token.ts';
import { caseRefusal, type Mandate } from './mandate.ts';
import type { Viewer } from './viewer.ts';

/** Who calls, and under which mandate: proven before anything else is done. */
export interface Authenticated {
  viewer: Viewer;
  mandate: Mandate;
  /** Why dossiers beyond the mandate's case are read, where the officer has said so. */
  reason?: string;
  /** Of a mutation; empty for a query. */
  idempotencyKey: string;
  /** The gateway's own name of the request that this belongs to, see `newRequestKey`. */
  requestKey: string;
}

export type Authenticate = (request: FastifyRequest) => Promise<Authenticated>;

/**
 * What a subgraph accepts: a fetch that the gateway has signed for this subgraph, this body and this caller, together
 * with the caller's own token, verified here against this subgraph's own issuers.
 * @throws IDENTITY_REFUSED, UNAUTHENTICATED or UNAVAILABLE, with HTTP status 401 or 503
 */
export const fromGateway =
  (verifyIdentity: IdentityVerifier, verifyCaller: CallerVerifier): Authenticate =>
  async (request) => {
    const token = bearerToken(request.headers.authorization);
    const identity = request.headers[identityHeader];
    if (!token || typeof identity !== 'string' || !request.rawBody) {
      throw refusal(
        'IDENTITY_REFUSED',
        'This address answers the gateway of the federation only. Ask the gateway.',
      );
    }
    const caller = await verifyCaller(token);
    if ('unavailable' in caller)
      throw refusal('UNAVAILABLE', caller.unavailable, { agency: caller.provider });
    if ('refused' in caller) throw refusal('UNAUTHENTICATED', caller.refused);
    const result = verifyIdentity(identity, { body: request.rawBody, callerHash: caller.tokenHash });
    if ('refused' in result) {
      request.log.warn({ reason: result.refused }, 'identity token refused');
      throw refusal('IDENTITY_REFUSED', `The identity token is refused: ${result.refused}.`);
    }
    const { mandate, reason, idempotencyKey = '', request: requestKey } = result.claims;
    const notAssigned = caseRefusal(mandate, caller.viewer);
    if (notAssigned) throw refusal('CASE_NOT_ASSIGNED', notAssigned);
    return {
      viewer: caller.viewer,
      mandate,
      ...(reason !== undefined && { reason }),
      idempotencyKey,
      requestKey,
    };
  };
