import { performance } from 'node:perf_hooks';
import type { BaseContext } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { bearerToken, type CallerVerifier } from '../../identity/caller-token.ts';
import type { Asker } from '../../server/connections/asker.ts';
import { refusal } from '../../server/errors.ts';
import type { Spend } from '../../server/event-loop/loop-meter.ts';
import type { Logger } from '../../server/log.ts';
import { type MandateResult, mandateFromHeaders } from '../../terms/mandate.ts';
import { newRequestKey } from '../../terms/request-key.ts';
import { officerKey, type Viewer } from '../../terms/viewer.ts';
import type { CallerLimits } from './caller-limits.ts';
import { type GatheredHandling, gatheredHandling } from './gathered-handling.ts';
import { gatheredRedactions, type Redactions } from './redactions.ts';

/** A caller whose token was verified. */
export interface Caller {
  viewer: Viewer;
  token: string;
  tokenHash: string;
}

/** The gateway's knowledge of a request before it reads the operation. */
export interface GatewayContext extends BaseContext {
  /** The caller's name for the request, or ours if they give none. */
  requestId: string;
  /** As we name it to the agencies, whatever the caller says: see `newRequestKey`. */
  requestKey: string;
  /** Time of arrival, on a stopwatch that is never set. */
  arrivedAt: number;
  log: Logger;
  /** Whoever waits for the answer; without it somebody does until the end. */
  asker?: Asker | undefined;
  /** Takes the time of the event loop for which the request is at work: `loopMeter` is told before each piece of it. */
  spend?: Spend;
  /** Set once an answer was so large that each step of its way out takes a turn of the event loop. */
  hasLargeAnswer?: boolean;
  /** Undefined only where development lets anybody read the schema. */
  caller: Caller | undefined;
  mandate: MandateResult;
  idempotencyKey: string | undefined;
  /** The trace of the request (W3C Trace Context), if it belongs to one. */
  traceparent: string | undefined;
  /** The receipts for fields that agencies withheld from this answer. */
  redactions: Redactions;
  /** The restrictions under which parts of this answer may be used. */
  handling: GatheredHandling;
  /** The ids of nodes that their owners did not answer, since they know of none for this caller, or did not answer at all. */
  unanswered: Set<string>;
}

/** The caller's name, as `officerKey` has it; those without a token, who read the schema in development, share one. */
export const callerKey = ({ caller }: Pick<GatewayContext, 'caller'>): string =>
  caller ? officerKey(caller.viewer) : '';

const header = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/**
 * Verifies the caller before anything of the operation is parsed, so that a stranger learns nothing from parse and
 * validation errors.
 * @throws UNAUTHENTICATED with HTTP status 401, UNAVAILABLE with 503
 */
export const gatewayContext =
  (verifyCaller: CallerVerifier, { strangersMayReadSchema }: { strangersMayReadSchema: boolean }) =>
  async (request: FastifyRequest): Promise<GatewayContext> => {
    const base = {
      requestId: request.id,
      requestKey: newRequestKey(Date.now()),
      arrivedAt: performance.now(),
      log: request.log as Logger,
      asker: request.asker,
      ...(request.spend && { spend: request.spend }),
      idempotencyKey: header(request.headers['idempotency-key']),
      traceparent: request.traceparent,
      redactions: gatheredRedactions(),
      handling: gatheredHandling(),
      unanswered: new Set<string>(),
    };
    const { authorization } = request.headers;
    // Nothing else of a request is read before its token is known to be good.
    const mandate = () => mandateFromHeaders(request.headers);
    if (authorization === undefined && strangersMayReadSchema)
      return { ...base, mandate: mandate(), caller: undefined };
    const token = bearerToken(authorization);
    if (!token) throw refusal('UNAUTHENTICATED', 'Send your token as `authorization: Bearer …`.');
    const result = await verifyCaller(token);
    if ('unavailable' in result)
      throw refusal('UNAVAILABLE', result.unavailable, { agency: result.provider });
    if ('refused' in result) throw refusal(result.code ?? 'UNAUTHENTICATED', result.refused);
    return {
      ...base,
      mandate: mandate(),
      caller: { viewer: result.viewer, token, tokenHash: result.tokenHash },
    };
  };

/** True for a request with a token whose caller will be let in. */
export const hasGoodToken =
  (verifyCaller: CallerVerifier) =>
  async ({ headers: { authorization } }: FastifyRequest): Promise<boolean> => {
    const token = bearerToken(authorization);
    return token !== undefined && 'viewer' in (await verifyCaller(token));
  };

/** True for the address of operations, the page's own among them: as it was routed, however it was written. */
export const isGraphql = ({ routeOptions }: FastifyRequest): boolean =>
  routeOptions.url?.endsWith('/graphql') ?? false;

export interface WorthParsingOptions {
  verifyCaller: CallerVerifier;
  strangersMayReadSchema: boolean;
  limits: Pick<CallerLimits, 'mayBegin' | 'spendOf'>;
}

/**
 * True for a request whose caller will be let in, and for one that asks for no operation; it is asked before a large body is parsed, for
 * which the caller pays.
 */
export const isWorthParsing =
  ({ verifyCaller, strangersMayReadSchema, limits }: WorthParsingOptions) =>
  async (request: FastifyRequest): Promise<boolean> => {
    const { authorization } = request.headers;
    if (!isGraphql(request) || (authorization === undefined && strangersMayReadSchema)) return true;
    const token = bearerToken(authorization);
    const result = token === undefined ? undefined : await verifyCaller(token);
    if (!result || !('viewer' in result) || !limits.mayBegin(result.viewer)) return false;
    request.spend = limits.spendOf(result.viewer);
    return true;
  };
