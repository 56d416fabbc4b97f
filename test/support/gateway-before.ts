import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { ApolloServer } from '@apollo/server';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GatewayContext } from '../../gateway/callers/gateway-context.ts';
import { completion } from '../../gateway/federation/completion.ts';
import { createFederation } from '../../gateway/federation/create-federation.ts';
import { createFetchSigner } from '../../identity/fetch-token.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { safeError } from '../../server/errors.ts';
import { createLog } from '../../server/log.ts';
import { asPlugin } from '../../server/request-step.ts';
import { createShortWay } from '../../server/short-way.ts';
import { attestors } from './attesting.ts';
import { atEndOfFile } from './end-of-file.ts';
import { gatewayContextOf } from './gateway-fetches.ts';
import { ed25519 } from './key-pairs.ts';
import { loopbackServer } from './loopback-server.ts';
import { supergraphSdl } from './schema-files.ts';
import { isHalf } from './twentieth.ts';

const gateway = ed25519('gateway-1');

/** Marks the context of a request that is only judged, so that its text is prepared and nobody is asked. */
const onlyJudged = Symbol('only judged');

const askingNobody = (federated: GatewayInterface): GatewayInterface => ({
  onSchemaLoadOrUpdate: (callback) => federated.onSchemaLoadOrUpdate(callback),
  async load(options) {
    const { executor } = await federated.load(options);
    const run = executor as GatewayExecutor;
    return { executor: async (asked) => (onlyJudged in asked.context ? { data: {} } : run(asked)) };
  },
  stop: () => federated.stop(),
});

/**
 * The gateway in front of two agencies, each of which answers as it is told. Half of what it is asked, another one for each commit,
 * goes the short way, and Apollo Server answers the rest.
 */
export async function gatewayBefore(agencies: { belarus: RequestListener; russia: RequestListener }) {
  const [belarus, russia] = await Promise.all([agencies.belarus, agencies.russia].map(loopbackServer));
  const federation = createFederation({
    supergraphSdl: supergraphSdl(),
    urls: new Map(Object.entries({ belarus: belarus?.url, russia: russia?.url }) as [string, URL][]),
    deadline: 5_000,
    sign: createFetchSigner({ kid: gateway.kid, key: gateway.privateKey }),
    waysOut: attestors().waysOut,
    cursorKey: randomBytes(32),
    registry: createRegistry(),
    log: createLog('test', 'silent'),
  });
  const steps = [completion];
  const shortWay = createShortWay<GatewayContext>(askingNobody(federation.gateway), steps, createRegistry());
  const server = new ApolloServer<GatewayContext>({
    gateway: shortWay.gateway,
    validationRules: federation.validationRules,
    plugins: [asPlugin(steps)],
    formatError: safeError,
    introspection: true,
    logger: createLog('test', 'silent'),
  });
  await server.start();
  atEndOfFile(() => federation.close());
  atEndOfFile(() => server.stop());
  const byApollo = async (request: { query: string; variables?: object }, contextValue: GatewayContext) => {
    const { body } = await server.executeOperation(request, { contextValue });
    return body.kind === 'single' ? body.singleResult : {};
  };
  let asked = 0;
  return async (query: string, variables: Record<string, unknown> = {}) => {
    asked += 1;
    const [request, contextValue] = [{ query, variables }, gatewayContextOf()];
    if (!isHalf(`${asked} ${query}`)) return byApollo(request, contextValue);
    // A text is prepared on second sight.
    for (const _time of [1, 2])
      await byApollo(request, { ...contextValue, [onlyJudged]: true } as GatewayContext);
    const text = await shortWay.answer(request, contextValue);
    if (text !== undefined) return JSON.parse(text) as Awaited<ReturnType<typeof byApollo>>;
    const answered = await byApollo(request, contextValue);
    if (!answered.errors) throw new Error(`has not gone the short way: ${query}`);
    return answered;
  };
}
