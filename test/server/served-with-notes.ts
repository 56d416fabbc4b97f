import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { buildSchema, execute, type GraphQLSchema } from 'graphql';
import { createHttpServer } from '../../server/create-http-server.ts';
import { createRegistry } from '../../server/create-registry.ts';
import { refusal } from '../../server/errors.ts';
import { createLog } from '../../server/log.ts';
import type { RequestStep } from '../../server/request-step.ts';
import { serveGraphql } from '../../server/serve-graphql.ts';
import { atEndOfFile } from '../support/end-of-file.ts';

const sdl = 'type Query { person(id: ID, few: Int): Person } type Person { name: String, fails: Int }';
export const query = 'query Named($id: ID, $few: Int) { person(id: $id, few: $few) { name } }';

interface Context {
  requestId: string;
  officer: string;
}

/** A request as a test sends it. */
export interface Post {
  body?: unknown;
  headers?: Record<string, string>;
  method?: 'POST' | 'GET';
}

/** A server over a gateway whose schema can be changed, with notes of what was done for each request. */
export async function served(
  options: {
    before?: () => Promise<unknown>;
    reading?: Parameters<typeof serveGraphql<Context>>[1]['reading'];
  } = {},
) {
  const notes: string[] = [];
  let isShortWayOpen = true;
  let announce: (schema: GraphQLSchema) => void = () => undefined;
  const persons = {
    person: ({ id }: { id?: string }) => ({
      name: id ?? 'nobody',
      fails: () => Promise.reject(new Error('no')),
    }),
  };
  const executor: GatewayExecutor = async ({ schema, document, request, context }) => {
    notes.push(`run for ${context.officer}`);
    await options.before?.();
    if (context.officer === 'broken') throw new Error('the executor is broken');
    return (await execute({
      schema,
      document,
      rootValue: persons,
      variableValues: request.variables ?? {},
      operationName: request.operationName ?? null,
    })) as Awaited<ReturnType<GatewayExecutor>>;
  };
  const gateway: GatewayInterface = {
    onSchemaLoadOrUpdate(callback) {
      announce = (apiSchema) => callback({ apiSchema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    async load() {
      announce(buildSchema(sdl));
      return { executor };
    },
    stop: async () => undefined,
  };
  const noted: RequestStep<Context> = {
    admit({ context: { officer } }) {
      notes.push(`admit ${officer}`);
      if (officer === 'denied') throw refusal('FORBIDDEN', 'Not you.');
    },
    finish(leaving, { officer }) {
      notes.push(`finish for ${officer}`);
      leaving.result = { ...leaving.result, extensions: { officer } };
    },
  };
  const log = createLog('test', 'silent');
  const registry = createRegistry();
  const app = createHttpServer({
    log,
    mode: 'production',
    registry,
    bodyLimit: 2_000_000,
    notReady: async () => [],
  });
  atEndOfFile(() => app.close());
  await serveGraphql<Context>(app, {
    apollo: { gateway },
    steps: [noted],
    ...(options.reading && { reading: options.reading }),
    async context({ id, headers }) {
      const officer = String(headers.officer ?? 'one');
      notes.push(`context of ${officer}`);
      if (officer === 'stranger') throw refusal('UNAUTHENTICATED', 'Who are you?');
      return { requestId: id, officer };
    },
    methods: ['GET', 'POST'],
    mode: 'production',
    log,
    registry,
    maxTokens: 1_000,
    mayGoShort: () => isShortWayOpen,
  });
  return {
    notes,
    /** Has Apollo Server answer all from now on, whatever is prepared. */
    closeShortWay() {
      isShortWayOpen = false;
    },
    change: (schema: string) => announce(buildSchema(schema)),
    async ways() {
      const metric = await registry.getSingleMetric('concord_operations_run_total')?.get();
      return Object.fromEntries(metric?.values.map(({ labels, value }) => [labels.way, value]) ?? []);
    },
    async ask({ body = { query }, headers = {}, method = 'POST' }: Post = {}) {
      const {
        statusCode,
        headers: told,
        body: text,
      } = await app.inject({
        method,
        url: '/graphql',
        headers: { 'content-type': 'application/json', 'x-request-id': 'request-0001', ...headers },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      });
      const { date: _, ...others } = told;
      return { status: statusCode, headers: others, text };
    },
  };
}

export type Served = Awaited<ReturnType<typeof served>>;
