import { performance } from 'node:perf_hooks';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayGraphQLRequestContext,
} from '@apollo/server-gateway-interface';
import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { loopMeter } from '../../server/event-loop/loop-meter.ts';
import { loopTurn } from '../../server/event-loop/loop-turn.ts';
import { inSpan } from '../../server/tracing/in-span.ts';
import { asksSchemaOnly } from '../callers/admission.ts';
import { callerKey, type GatewayContext } from '../callers/gateway-context.ts';
import { type AskedDocument, ofDocument } from '../limits/asked-document.ts';
import type { Estimate, Estimator } from '../limits/estimate.ts';
import { isLarge, type LargeQueries } from '../limits/large-queries.ts';
import { operationsIn } from '../limits/operations-in.ts';
import { keysOfNodes } from './node-fields.ts';
import type { Planned } from './plans/plan-cache.ts';
import type { Plans } from './plans/plans.ts';
import { published } from './published-path.ts';
import { withoutNodes } from './without-nodes.ts';

export interface ExecutorOptions {
  estimate: Estimator;
  /**
   * Takes what an operation costs from what its caller may spend.
   * @throws a refusal
   */
  charge: (context: GatewayContext, estimate: Estimate) => void;
  /** Runs a large query. @throws a refusal, where its turn does not come */
  runLarge: LargeQueries['run'];
  plans: Plans;
  /**
   * Refuses an operation that may not come by GET, where all of it appears in the address.
   * @throws a refusal
   */
  admitGet: (document: DocumentNode, variables: Record<string, unknown>) => void;
  /** Milliseconds that an operation may take. */
  deadline: number;
}

/** The planner knows no more of introspection than its library's own version of it; graphql-js knows all of it. */
const fromSchema = ({ schema, document, request }: GatewayGraphQLRequestContext) =>
  execute({
    schema,
    document,
    variableValues: request.variables ?? {},
    operationName: request.operationName ?? null,
  }) as GatewayExecutionResult | Promise<GatewayExecutionResult>;

/** All that is to be known of an operation itself, whoever asks it. */
interface Judged {
  within: AskedDocument;
  estimated: Estimate;
  asksSchemaOnly: boolean;
  isLarge: boolean;
  /** False where the document has no other operation, so that its name says nothing. */
  isOneOfSeveral: boolean;
}

/**
 * Answers a request: it takes the operation's price, gets its plan and runs it, or answers a question about the schema alone, and
 * leads the paths of errors through the fields that were asked for.
 */
export function admitOperations({
  estimate,
  charge,
  runLarge,
  admitGet,
  plans,
  deadline,
}: ExecutorOptions): GatewayExecutor {
  // A document that is asked again is the same object.
  const judged = new WeakMap<OperationDefinitionNode, Judged>();
  function judge(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Judged {
    const known = judged.get(operation);
    if (known) return known;
    const within = ofDocument(schema, document);
    const estimated = estimate(operation, within);
    const made = {
      within,
      estimated,
      asksSchemaOnly: asksSchemaOnly(operation, { get: within.fragment }),
      isLarge: isLarge(operation, within, estimated),
      isOneOfSeveral: operationsIn(document).length > 1,
    };
    judged.set(operation, made);
    return made;
  }

  async function answer(asked: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { schema, document, operation, queryHash, request } = asked;
    const { variables = {} } = request;
    const context = asked.context as GatewayContext;
    const judgement = judge(schema, document, operation);
    const { within, estimated, asksSchemaOnly: isOfSchema } = judgement;
    const operationName = judgement.isOneOfSeveral ? request.operationName : undefined;
    const asker = callerKey(context);
    let answered: GatewayExecutionResult;
    try {
      if (request.http?.method === 'GET') admitGet(document, variables);
      charge(context, estimated);
      const inTurn: LargeQueries['run'] = async (caller, run) => {
        if (!judgement.isLarge) {
          loopMeter.isFor(context.spend);
          return run();
        }
        return runLarge(caller, async () => {
          // Those that get their turns one after the other would otherwise all run before anybody else is heard.
          await loopTurn.alone(context.spend);
          return run();
        });
      };
      if (isOfSchema)
        return await inTurn(asker, async () => {
          const told = await fromSchema(asked);
          if (judgement.isLarge) await loopTurn.alone(context.spend);
          return told;
        });
      const planned: Planned = await plans.prepare({
        document,
        queryHash,
        operationName,
        estimate: estimated,
        caller: asker,
        left: context.arrivedAt + deadline - performance.now(),
      });
      answered = await inTurn(asker, () => planned.run({ variables, context }));
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
    plans.weigh({ queryHash, operationName });
    if (context.hasLargeAnswer) await loopTurn.alone(context.spend);
    const unanswered = keysOfNodes(context.unanswered, schema, operation, within, variables);
    const result = withoutNodes(answered, unanswered);
    return result.errors
      ? { ...result, errors: result.errors.map((error) => published(error, operation, within, unanswered)) }
      : result;
  }
  return (asked) =>
    inSpan('gateway.request', { attributes: { 'graphql.operation.type': asked.operation.operation } }, () =>
      answer(asked),
    );
}
