import { performance } from 'node:perf_hooks';
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLDataSourceRequestKind } from '@apollo/gateway/dist/datasources/types.js';
import { parse } from 'graphql';
import type { GatewayContext } from '../../gateway/callers/gateway-context.ts';
import { gatheredRedactions } from '../../gateway/callers/redactions.ts';
import { hashOfToken } from '../../identity/caller-token.ts';
import { createLog } from '../../server/log.ts';
import { newRequestKey } from '../../terms/request-key.ts';

type Options = GraphQLDataSourceProcessOptions<GatewayContext>;
type Incoming = Extract<Options, { incomingRequestContext: unknown }>['incomingRequestContext'];

const token = 'the.callers.token';

/** What the gateway knows of a request of an investigator of Belarus. */
export const gatewayContextOf = (changed: Partial<GatewayContext> = {}): GatewayContext => ({
  requestId: 'request-0001',
  requestKey: newRequestKey(Date.now()),
  arrivedAt: performance.now(),
  log: createLog('test', 'silent'),
  caller: {
    viewer: {
      subject: 'belarus-officer-1',
      agency: 'BELARUS',
      roles: ['INVESTIGATOR'],
      cases: ['BY-2026-000001'],
    },
    token,
    tokenHash: hashOfToken(token),
  },
  mandate: { mandate: { purpose: 'DETECTION', legalBasis: 'COOPERATION_AGREEMENT', case: 'BY-2026-000001' } },
  idempotencyKey: undefined,
  traceparent: undefined,
  redactions: gatheredRedactions(),
  unanswered: new Set(),
  ...changed,
});

/** One fetch of a query plan, as the gateway hands it to a data source. */
export const gatewayFetch = (
  query: string,
  variables: Record<string, unknown> = {},
  context: GatewayContext = gatewayContextOf(),
): Options => ({
  kind: GraphQLDataSourceRequestKind.INCOMING_OPERATION,
  request: { query, variables },
  incomingRequestContext: {} as Incoming,
  context,
  document: parse(query),
});
