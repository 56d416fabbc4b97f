import { ApolloGateway } from '@apollo/gateway';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
  GatewayInterface,
} from '@apollo/server-gateway-interface';
import { type GraphQLError, type GraphQLSchema, getOperationAST, parse } from 'graphql';
import type { SubgraphResult } from '../../../../gateway/execution/data-source.ts';
import { createLog } from '../../../../server/log.ts';
import { atEndOfFile } from '../../../support/end-of-file.ts';
import { plainGateway } from './plain-gateway.ts';

/** One fetch as a subgraph gets it. */
export interface Fetched {
  subgraph: string;
  query: string;
  variables: Record<string, unknown>;
}

/** Answers a fetch. It is asked by both gateways, and must say the same to both. */
export type Answering = (fetch: Fetched) => SubgraphResult | Promise<SubgraphResult>;

export interface Asked {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** An answer as it goes to a caller; `thrown` when there is none. */
export interface Answer {
  data?: unknown;
  errors?: unknown[];
  extensions?: Record<string, unknown>;
  thrown?: string;
}

export interface Compared {
  stock: Answer;
  ours: Answer;
  fetched: { stock: Fetched[]; ours: Fetched[] };
}

interface Context {
  answer: Answering;
  fetched: Fetched[];
}

const log = createLog('test', 'silent');

/** A source of both gateways: what it is sent and what it answers goes as JSON, as it does over HTTP. */
const sourceOf = ({ name: subgraph }: { name: string }) => ({
  async process(options: {
    request: { query?: string; variables?: Record<string, unknown> };
    context: unknown;
  }): Promise<SubgraphResult> {
    const { answer, fetched } = options.context as Context;
    const { query = '', variables = {} } = options.request;
    const fetch: Fetched = JSON.parse(JSON.stringify({ subgraph, query, variables }));
    const result: SubgraphResult = JSON.parse(JSON.stringify(await answer(fetch)));
    fetched.push(fetch);
    return result;
  },
});

/** An error with the members that JSON has; the stock gateway has some that are none of graphql-js. */
const errorAsSent = ({ message, path, extensions }: GraphQLError) => ({ message, path, extensions });

const asSent = ({ errors, ...result }: GatewayExecutionResult): Answer =>
  JSON.parse(JSON.stringify({ ...result, ...(errors && { errors: errors.map(errorAsSent) }) }));

async function run(executor: GatewayExecutor, schema: GraphQLSchema, asked: Asked, answer: Answering) {
  const { query, operationName, ...others } = asked;
  const document = parse(query);
  const context: Context = { answer, fetched: [] };
  const request = { query, ...others, ...(operationName !== undefined && { operationName }) };
  const requestContext = {
    request,
    document,
    schema,
    operation: getOperationAST(document, operationName),
    operationName: operationName ?? null,
    queryHash: query,
    context,
    logger: log,
    metrics: {},
  } as unknown as GatewayGraphQLRequestContext;
  try {
    return { answer: asSent(await executor(requestContext)), fetched: context.fetched };
  } catch (error) {
    return { answer: { thrown: String(error) }, fetched: context.fetched };
  }
}

export type CreateGateway = (options: {
  supergraphSdl: string;
  sourceOf: typeof sourceOf;
}) => GatewayInterface;

/** One gateway over a supergraph, as it is asked. */
export async function loaded(gateway: GatewayInterface) {
  const schemas: GraphQLSchema[] = [];
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => schemas.push(apiSchema));
  const { executor } = await gateway.load({ apollo: {} });
  const [schema] = schemas;
  if (!executor || !schema) throw new Error('the gateway has not loaded');
  return { schema, ask: (asked: Asked, answer: Answering) => run(executor, schema, asked, answer) };
}

export const ourGateway = (supergraphSdl: string, create: CreateGateway = plainGateway) =>
  loaded(create({ supergraphSdl, sourceOf }));

/** The stock gateway and ours over one supergraph: each question is asked of both. */
export async function bothGateways(supergraphSdl: string) {
  const { APOLLO_TELEMETRY_DISABLED: before } = process.env;
  atEndOfFile(() => {
    if (before === undefined) delete process.env.APOLLO_TELEMETRY_DISABLED;
  });
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const stock = new ApolloGateway({
    supergraphSdl,
    logger: log,
    buildService: ({ name }) => sourceOf({ name }),
  });
  const ofStock = await loaded(stock);
  const ofOurs = await ourGateway(supergraphSdl);
  return {
    schema: ofOurs.schema,
    /** Asks one of them. */
    only: async (gateway: 'stock' | 'ours', asked: Asked, answer: Answering): Promise<Answer> =>
      (await { stock: ofStock, ours: ofOurs }[gateway].ask(asked, answer)).answer,
    async ask(asked: Asked, answer: Answering): Promise<Compared> {
      const one = await ofStock.ask(asked, answer);
      const other = await ofOurs.ask(asked, answer);
      return {
        stock: one.answer,
        ours: other.answer,
        fetched: { stock: one.fetched, ours: other.fetched },
      };
    },
  };
}
