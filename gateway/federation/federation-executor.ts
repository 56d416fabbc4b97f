import { performance } from 'node:perf_hooks';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
} from '@apollo/server-gateway-interface';
import { type DocumentNode, execute, GraphQLError } from 'graphql';
import { asksSchemaOnly } from '../callers/admission.ts';
import type { GatewayContext } from '../callers/gateway-context.ts';
import { ofDocument } from '../limits/asked-document.ts';
import type { Estimate, Estimator } from '../limits/estimate.ts';
import { keysOfNodes } from './node-fields.ts';
import type { Plans } from './plans.ts';
import { published } from './published-path.ts';
import { withoutNodes } from './without-nodes.ts';

export interface ExecutorOptions {
  estimate: Estimator;
  /**
   * Takes what an operation costs from what its caller may spend.
   * @throws a refusal
   */
  charge: (context: GatewayContext, estimate: Estimate) => void;
  plans: Plans;
  /**
   * Refuses an operation that may not come by GET, where all of it appears in the address.
   * @throws a refusal
   */
  admitGet: (document: DocumentNode, variables: Record<string, unknown>) => void;
  /** Milliseconds that an operation may take. */
  deadline: number;
}

/** The stock gateway knows no more of introspection than its library's own version of it; graphql-js knows all of it. */
const fromSchema = ({ schema, document, request }: GatewayGraphQLRequestContext) =>
  execute({
    schema,
    document,
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
  }) as GatewayExecutionResult | Promise<GatewayExecutionResult>;

/**
 * Wraps the stock gateway: it takes an operation's price, makes its plan, answers questions about the schema alone, and
 * leads the paths of errors through the fields that were asked for.
 */
export const federationExecutor =
  (
    stock: GatewayExecutor,
    { estimate, charge, admitGet, plans, deadline }: ExecutorOptions,
  ): GatewayExecutor =>
  async (asked) => {
    const { schema, document, operation, queryHash, request } = asked;
    const context = asked.context as GatewayContext;
    const within = ofDocument(schema, document);
    const estimated = estimate(operation, within);
    try {
      if (request.http?.method === 'GET') admitGet(document, request.variables ?? {});
      charge(context, estimated);
      if (asksSchemaOnly(operation, { get: within.fragment })) return await fromSchema(asked);
      const { caller, arrivedAt } = context;
      await plans.prepare({
        document,
        queryHash,
        operationName: request.operationName,
        estimate: estimated,
        caller: `${caller?.viewer.agency} ${caller?.viewer.subject}`,
        left: arrivedAt + deadline - performance.now(),
      });
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
    const answer = await stock(asked);
    const unanswered = keysOfNodes(context.unanswered, schema, operation, within, request.variables ?? {});
    const result = withoutNodes(answer, unanswered);
    return result.errors
      ? { ...result, errors: result.errors.map((error) => published(error, operation, within, unanswered)) }
      : result;
  };
