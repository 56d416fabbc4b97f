import { performance } from 'node:perf_hooks';
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { type DocumentNode, parse } from 'graphql';
import type { Histogram } from 'prom-client';
import { Pool } from 'undici';
import { type IdentitySigner, identityHeader } from '../../identity/identity-token.ts';
import { noteOutcome } from '../../server/tracing/in-span.ts';
import { activeTraceparent } from '../../server/tracing/traceparent.ts';
import type { GatewayContext } from '../callers/context.ts';
import { type GatewayAnswer, gatewayAnswer } from './gateway-answer.ts';
import { judgeAnswer, judgeFailure, type SubgraphAnswer } from './subgraph-answer.ts';

export interface AgencySourceOptions {
  /** The agency, which is also the audience of its identity tokens. */
  agency: string;
  url: URL;
  /** Milliseconds that a request may take; each of its fetches has what those before it have left. */
  deadline: number;
  sign: IdentitySigner;
  durations: Histogram<'agency' | 'outcome'>;
  /** Whether an answer has lists, objects and leaves where the schema has them. */
  hasShape: (document: DocumentNode, data: Record<string, unknown>) => boolean;
}

/** A search has two phases. When an agency hangs through the first, the other one gets this part of the deadline for the second. */
const lastShare = 0.2;

/** More than any page of ours needs; a subgraph that sends more is broken. */
const largestAnswer = 16 * 1024 * 1024;

/**
 * The gateway's way to one agency. It signs every fetch, keeps a deadline, and turns an agency that is down into
 * nulls for what it owns and one error that names it: without that the stock gateway drops what the other agency
 * answered wherever it depends on this one.
 */
export class AgencySource implements GraphQLDataSource<GatewayContext> {
  readonly #options: AgencySourceOptions;
  readonly #pool: Pool;

  constructor(options: AgencySourceOptions) {
    this.#options = options;
    this.#pool = new Pool(options.url.origin, {
      connections: 64,
      connect: { timeout: options.deadline },
      maxResponseSize: largestAnswer,
    });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayAnswer> {
    // The gateway can also ask a source for health and schema checks, which are never switched on here.
    if (!('document' in options)) throw new Error(`unexpected ${options.kind}`);
    const { request, context } = options;
    const { query = '', variables = {}, operationName } = request;
    const { agency, durations, hasShape } = this.#options;
    const document = options.document ?? parse(query);
    const observe = durations.startTimer({ agency });
    const sent = await this.#send(JSON.stringify({ query, variables, operationName }), context);
    const misshapen = sent.kind === 'answered' && sent.data !== null && !hasShape(document, sent.data);
    const answer: SubgraphAnswer = misshapen
      ? { kind: 'outage', reason: 'data of another shape', sent: true }
      : sent;
    if (answer.kind === 'answered') context.redactions.add(agency, answer.extensions);
    observe({ outcome: answer.kind });
    noteOutcome(answer.kind, answer.kind !== 'answered');
    if (answer.kind === 'outage') context.log.warn({ agency, reason: answer.reason }, 'subgraph outage');
    if (answer.kind === 'refused') {
      context.log.error({ agency, status: answer.status, code: answer.code }, 'subgraph refused the gateway');
    }
    return gatewayAnswer({ agency, document, representations: variables.representations }, answer);
  }

  async #send(body: string, context: GatewayContext): Promise<SubgraphAnswer> {
    const { caller, mandate, requestId, requestKey, arrivedAt, idempotencyKey } = context;
    const traceparent = activeTraceparent() ?? context.traceparent;
    if (!caller || 'problem' in mandate) throw new Error('a fetch without a caller or a mandate');
    const { agency, url, deadline, sign } = this.#options;
    const left = Math.ceil(Math.max(arrivedAt + deadline - performance.now(), deadline * lastShare));
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${caller.token}`,
      'x-request-id': requestId,
      ...(traceparent !== undefined && { traceparent }),
      [identityHeader]: sign({
        audience: agency,
        body,
        callerHash: caller.tokenHash,
        mandate: mandate.mandate,
        reason: mandate.reason,
        idempotencyKey,
        requestKey,
      }),
    };
    try {
      const signal = AbortSignal.timeout(left);
      const response = await this.#pool.request({
        method: 'POST',
        path: url.pathname,
        headers,
        body,
        signal,
      });
      return judgeAnswer(response.statusCode, await response.body.text());
    } catch (error) {
      return judgeFailure(error);
    }
  }
}
