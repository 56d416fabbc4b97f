import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type BaseContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Registry } from 'prom-client';
import { countErrors } from './count-errors.ts';
import { refuseOtherMethods } from './create-http-server.ts';
import { errorCounter } from './create-registry.ts';
import { errorCodes, internalError, safeError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { type Logger, loggableError } from './log.ts';
import type { Mode } from './settings.ts';

export interface GraphqlOptions<Context extends BaseContext & { requestId: string }> {
  apollo: Pick<
    ApolloServerOptions<Context>,
    'gateway' | 'schema' | 'validationRules' | 'validationOptions' | 'plugins' | 'introspection'
  >;
  /** Throws a refusal when the request may not go on; nothing of it has been parsed by then. */
  context: (request: FastifyRequest) => Promise<Context>;
  /** Told when a request has been carried out or refused, also when nobody waits for its answer any more. */
  ended?: (request: FastifyRequest) => void;
  methods: ('GET' | 'POST')[];
  mode: Mode;
  log: Logger;
  registry: Registry;
  /** Tells an error apart that stands for something expected, such as a database that is gone. */
  explain?: Explain;
  maxTokens: number;
}

const withRequestId = (error: GraphQLFormattedError, requestId: string): GraphQLFormattedError => ({
  ...error,
  extensions: { ...error.extensions, requestId },
});

/** A request that is refused before it is an operation is named too. */
const refusalOf = (error: GraphQLError, requestId: string) =>
  new GraphQLError(error.message, { extensions: { ...error.extensions, requestId } });

type Explain = (error: unknown) => GraphQLFormattedError | undefined;

/** The code that the caller is shown of what was thrown. */
const codeShown = (error: Error, explain: Explain): unknown => {
  const safe = error instanceof GraphQLError ? safeError(error.toJSON(), error) : internalError;
  return (explain(error) ?? safe).extensions?.code;
};

/** Every error of an operation names the request, and every error that is our fault is logged under the same id. */
function errorPlugin<Context extends BaseContext & { requestId: string }>(
  log: Logger,
  mode: Mode,
  explain: Explain,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ contextValue: { requestId } }) {
      return {
        async didEncounterErrors({ errors }) {
          // One line tells of an outage, however many fields of the operation it has hit.
          const outage = errors.find((error) => explain(error));
          if (outage) {
            const { stack: _, ...cause } = loggableError(outage.originalError ?? outage, mode);
            log.warn({ requestId, path: outage.path, ...cause }, 'outage');
          }
          for (const error of errors) {
            const { code } = (explain(error) ?? safeError(error.toJSON(), error)).extensions ?? {};
            if (code !== 'INTERNAL_SERVER_ERROR') continue;
            const cause = loggableError(error.originalError ?? error, mode);
            log.error({ requestId, path: error.path, ...cause }, 'unexpected error');
          }
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
          const { errors } = response.body.singleResult;
          // Apollo answers this one as if it were no refusal.
          const { PERSISTED_QUERY_NOT_SUPPORTED: status } = errorCodes;
          if (errors.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_SUPPORTED'))
            response.http.status = status;
          response.body.singleResult.errors = inOrder(errors).map((error) => withRequestId(error, requestId));
        },
      };
    },
  };
}

/**
 * Apollo Server at `/graphql` of an HTTP server of ours, the same in every process.
 * @returns the handler, so that it can be served under another address too
 */
export async function serveGraphql<Context extends BaseContext & { requestId: string }>(
  app: FastifyInstance,
  options: GraphqlOptions<Context>,
): Promise<RouteHandlerMethod> {
  const { apollo, context, methods, mode, log, registry, explain = () => undefined, maxTokens } = options;
  const server = new ApolloServer<Context>({
    ...apollo,
    plugins: [
      // Nothing here may be cached, and the plugin would wrap every resolver.
      ApolloServerPluginCacheControlDisabled(),
      // Inline traces would give the timings of resolvers to anybody who asks with a header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      errorPlugin<Context>(log, mode, explain),
      ...(apollo.plugins ?? []),
      countErrors<Context>(errorCounter(registry), (error) => codeShown(error, explain)),
    ],
    formatError: (formatted, error) => explain(error) ?? safeError(formatted, error),
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens },
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: log,
  } as ApolloServerOptions<Context>);
  await server.start();
  app.addHook('onClose', () => server.stop());
  const answer = fastifyApolloHandler(server, {
    context: async (request: FastifyRequest) => {
      try {
        return await context(request);
      } catch (error) {
        throw error instanceof GraphQLError ? refusalOf(error, request.id) : error;
      }
    },
  });
  const handler: RouteHandlerMethod = async function (request, reply) {
    try {
      return await answer.call(this, request, reply);
    } finally {
      options.ended?.(request);
    }
  };
  app.route({ method: methods, url: '/graphql', handler });
  refuseOtherMethods(app, '/graphql', methods);
  return handler;
}
