import { performance } from 'node:perf_hooks';
import type { GatewayExecutor, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../callers/context.ts';
import { ofDocument } from '../limits/document.ts';
import type { Estimate, Estimator } from '../limits/estimate.ts';
import type { Plans } from './plans.ts';

export interface ExecutorOptions {
  estimate: Estimator;
  /**
   * Takes what an operation costs from what its caller may spend.
   * @throws a refusal
   */
  charge: (context: GatewayContext, estimate: Estimate) => void;
  plans: Plans;
  /** Milliseconds that an operation may take. */
  deadline: number;
}

/** What the stock gateway is given beside what it does itself: an operation's price, and its plan. */
export const federationExecutor =
  (stock: GatewayExecutor, { estimate, charge, plans, deadline }: ExecutorOptions): GatewayExecutor =>
  async (asked) => {
    const { schema, document, operation, queryHash, request } = asked;
    const context = asked.context as GatewayContext;
    const estimated = estimate(operation, ofDocument(schema, document));
    try {
      charge(context, estimated);
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
    return stock(asked as GatewayGraphQLRequestContext);
  };
