import {
  ApolloServer,
  type ApolloServerOptions,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestListener,
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
import { Asker } from './connections/asker.ts';
import { countErrors, countRefusals } from './count-errors.ts';
import { refuseOtherMethods } from './create-http-server.ts';
import { errorCounter } from './create-registry.ts';
import { errorCodes, internalError, safeError } from './errors.ts';
import { inOrder } from './in-order.ts';
import { type Logger, loggableError } from './log.ts';
import { asPlugin, type RequestStep } from './request-step.ts';
import type { Mode } from './settings.ts';
import { createShortWay, hasRun, typeOfPlain } from './short-way.ts';

/** A look at a text on its way to become a valid document: once for each text, not for each request. */
export type Reading<Context extends BaseContext> = Pick<
  GraphQLRequestListener<Context>,
  'parsingDidStart' | 'validationDidStart'
>;

export interface GraphqlOptions<Context extends BaseContext & { requestId: string }> {
  /** Without plugins: what a plugin does for a request would not be done on the short way. */
  apollo: Pick<
    ApolloServerOptions<Context>,
    'gateway' | 'schema' | 'validationRules' | 'validationOptions' | 'introspection'
  >;
  reading?: Reading<Context>;
  /** All that is done for each request once its operation is known. */
  steps?: readonly RequestStep<Context>[];
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
  /** Tells of a plain request whether it may go the short way, as each may without it: tests compare both ways. */
  mayGoShort?: (request: FastifyRequest) => boolean;
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

/** Every error of an operation that is our fault is logged under the id of its request. */
function logErrors<Context extends BaseContext & { requestId: string }>(
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
      };
    },
  };
}

/** Every error of an operation names the request; errors come in the order of their places. */
const nameErrors: RequestStep<{ requestId: string }> = {
  finish(leaving, { requestId }) {
    const { errors } = leaving.result;
    if (!errors) return;
    // Apollo answers this one as if it were no refusal.
    if (errors.some(({ extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_SUPPORTED'))
      leaving.status = errorCodes.PERSISTED_QUERY_NOT_SUPPORTED;
    leaving.result = {
      ...leaving.result,
      errors: inOrder(errors).map((error) => withRequestId(error, requestId)),
    };
  },
};

/**
 * Apollo Server at `/graphql` of an HTTP server of ours, the same in every process.
 * @returns the handler, so that it can be served under another address too
 */
export async function serveGraphql<Context extends BaseContext & { requestId: string }>(
  app: FastifyInstance,
  options: GraphqlOptions<Context>,
): Promise<RouteHandlerMethod> {
  const { apollo, context, methods, mode, log, registry, explain = () => undefined, maxTokens } = options;
  const { mayGoShort = () => true } = options;
  const count = errorCounter(registry);
  const steps = [nameErrors, ...(options.steps ?? []), countErrors<Context>(count)];
  const shortWay = apollo.gateway && createShortWay<Context>(apollo.gateway, steps, registry);
  const server = new ApolloServer<Context>({
    ...apollo,
    ...(shortWay && { gateway: shortWay.gateway }),
    plugins: [
      // Nothing here may be cached, and the plugin would wrap every resolver.
      ApolloServerPluginCacheControlDisabled(),
      // Inline traces would give the timings of resolvers to anybody who asks with a header.
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      logErrors<Context>(log, mode, explain),
      { requestDidStart: async ({ contextValue }) => (hasRun(contextValue) ? {} : (options.reading ?? {})) },
      asPlugin<Context>(steps),
      countRefusals<Context>(count, (error) => codeShown(error, explain)),
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

  /** The contexts that were made before Apollo Server was asked. */
  const made = new WeakMap<FastifyRequest, Promise<Context>>();
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    try {
      return await context(request);
    } catch (error) {
      throw error instanceof GraphQLError ? refusalOf(error, request.id) : error;
    }
  };
  const byApollo = fastifyApolloHandler(server, {
    context: (request: FastifyRequest) => made.get(request) ?? contextOf(request),
  });
  async function shortly(request: FastifyRequest): Promise<{ type: string; text: string } | undefined> {
    const type = shortWay && mayGoShort(request) ? typeOfPlain(request) : undefined;
    if (!shortWay || type === undefined) return undefined;
    const making = contextOf(request);
    made.set(request, making);
    const known = await making.catch(() => undefined);
    // The body is read after its context is made, which may put a known document in the place of its hash.
    const text = known && (await shortWay.answer(request.body, known));
    return text === undefined ? undefined : { type, text };
  }
  const handler: RouteHandlerMethod = async function (request, reply) {
    request.asker = new Asker(reply.raw);
    try {
      const answer = await shortly(request);
      if (answer === undefined) return await byApollo.call(this, request, reply);
      reply.header('content-type', answer.type);
      return answer.text;
    } finally {
      options.ended?.(request);
    }
  };
  app.route({ method: methods, url: '/graphql', handler });
  refuseOtherMethods(app, '/graphql', methods);
  return handler;
}
