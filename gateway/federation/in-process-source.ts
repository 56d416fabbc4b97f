import { execute, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../callers/gateway-context.ts';
import type { DataSource } from '../execution/data-source.ts';

/**
 * A subgraph that runs in the gateway's process. The query planner's document is executed as it is: it was made from
 * the supergraph, so there is nothing to parse or validate again.
 * @param contextOf what its resolvers know of a request
 */
export const inProcessSource = (
  schema: GraphQLSchema,
  contextOf: (context: GatewayContext) => unknown,
): DataSource<GatewayContext> => ({
  async process({ request, document, context }) {
    const { data, errors } = await execute({
      schema,
      document,
      contextValue: contextOf(context),
      variableValues: request.variables,
      operationName: request.operationName ?? null,
    });
    return errors
      ? { data: data ?? null, errors: errors as readonly GraphQLFormattedError[] }
      : { data: data ?? null };
  },
});
