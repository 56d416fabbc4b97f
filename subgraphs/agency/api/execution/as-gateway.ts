import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context/request-context.ts';
import type { Execute } from './operation-request.ts';

/** An executor as Apollo Server takes one: through the interface that it has for gateways. */
export function asGateway(schema: GraphQLSchema, run: Execute): GatewayInterface {
  let announce: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0] = () => undefined;
  const executor: GatewayExecutor = ({ document, queryHash, operationName, request, context }) =>
    run({
      document,
      queryHash,
      operationName,
      variables: request.variables,
      context: context as RequestContext,
    }) as ReturnType<GatewayExecutor>;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => undefined;
    },
    async load() {
      announce({ apiSchema: schema, coreSupergraphSdl: '' });
      return { executor };
    },
    stop: async () => undefined,
  };
}
