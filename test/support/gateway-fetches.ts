import { performance } from 'node:perf_hooks';
import { parse } from 'graphql';
import type { GatewayContext } from '../../gateway/callers/gateway-context.ts';
import { gatheredHandling } from '../../gateway/callers/gathered-handling.ts';
import { gatheredRedactions } from '../../gateway/callers/redactions.ts';
import type { SubgraphFetch } from '../../gateway/execution/data-source.ts';
import { hashOfToken } from '../../identity/caller-token.ts';
import { createLog } from '../../server/log.ts';
import { newRequestKey } from '../../terms/request-key.ts';

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
  handling: gatheredHandling(),
  unanswered: new Set(),
  ...changed,
});

/** One fetch of a query plan, as the gateway hands it to a data source. */
export const gatewayFetch = (
  query: string,
  variables: Record<string, unknown> = {},
  context: GatewayContext = gatewayContextOf(),
): SubgraphFetch<GatewayContext> => ({
  request: { query, variables, operationName: undefined },
  context,
  document: parse(query),
});
