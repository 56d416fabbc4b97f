import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import type { GatewayContext } from '../callers/gateway-context.ts';

/**
 * A subgraph that runs in the gateway's process. The query planner's document is executed as it is: it was made from
 * the supergraph, so there is nothing to parse or validate again.
 * @param contextOf what its resolvers know of a request
 */
export const inProcessSource = (
  schema: GraphQLSchema,
  contextOf: (context: GatewayContext) => unknown,
): GraphQLDataSource<GatewayContext> => ({
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>) {
    const { request, context } = options;
    const document = ('document' in options ? options.document : undefined) ?? parse(request.query ?? '');
    const { data, errors } = await execute({
      schema,
      document,
      contextValue: contextOf(context as GatewayContext),
      variableValues: request.variables ?? {},
      operationName: request.operationName,
    });
    return errors
      ? { data: data ?? null, errors: errors as readonly GraphQLFormattedError[] }
      : { data: data ?? null };
  },
});
