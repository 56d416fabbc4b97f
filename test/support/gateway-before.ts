import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { ApolloServer } from '@apollo/server';
import type { GatewayContext } from '../../gateway/callers/gateway-context.ts';
import { completion } from '../../gateway/federation/completion.ts';
import { createFederation } from '../../gateway/federation/create-federation.ts';
import { createIdentitySigner } from '../../identity/identity-token.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { safeError } from '../../server/errors.ts';
import { createLog } from '../../server/log.ts';
import { attestors } from './attesting.ts';
import { atEndOfFile } from './end-of-file.ts';
import { gatewayContextOf } from './gateway-fetches.ts';
import { ed25519 } from './key-pairs.ts';
import { loopbackServer } from './loopback-server.ts';
import { supergraphSdl } from './schema-files.ts';

const gateway = ed25519('gateway-1');

/** The gateway in front of two agencies, each of which answers as it is told. */
export async function gatewayBefore(agencies: { belarus: RequestListener; russia: RequestListener }) {
  const [belarus, russia] = await Promise.all([agencies.belarus, agencies.russia].map(loopbackServer));
  const federation = createFederation({
    supergraphSdl: supergraphSdl(),
    urls: new Map(Object.entries({ belarus: belarus?.url, russia: russia?.url }) as [string, URL][]),
    deadline: 5_000,
    sign: createIdentitySigner({ kid: gateway.kid, key: gateway.privateKey }),
    waysOut: attestors().waysOut,
    cursorKey: randomBytes(32),
    registry: createRegistry(),
    log: createLog('test', 'silent'),
  });
  const server = new ApolloServer<GatewayContext>({
    gateway: federation.gateway,
    validationRules: federation.validationRules,
    plugins: [completion],
    formatError: safeError,
    introspection: true,
    logger: createLog('test', 'silent'),
  });
  await server.start();
  atEndOfFile(() => federation.close());
  atEndOfFile(() => server.stop());
  return async (query: string, variables: Record<string, unknown> = {}) => {
    const { body } = await server.executeOperation(
      { query, variables },
      { contextValue: gatewayContextOf() },
    );
    return body.kind === 'single' ? body.singleResult : {};
  };
}
