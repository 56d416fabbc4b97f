import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { refusal } from './errors.ts';

/** An operation whose document is valid, before it is run for a caller. */
export interface OperationAsked<Context> {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  context: Context;
}

/** An answer before it leaves. */
export interface Leaving {
  result: FormattedExecutionResult;
  /** The HTTP status, where it is not the usual one. */
  status?: number | undefined;
}

/**
 * A thing that is done for each request, whichever way its operation is run. The text of an operation is judged once; whoever
 * asks, under which mandate and what they are told, each time.
 */
export interface RequestStep<Context> {
  /**
   * Lets an operation pass. It changes nothing, and may be asked twice.
   * @throws a refusal
   */
  admit?: (asked: OperationAsked<Context>) => void;
  /** Adds to an answer, or takes from it. */
  finish?: (leaving: Leaving, context: Context) => void;
}

/** An operation as a request names it: undefined where it names none that its document has, or one of several is not named. */
type OperationNamed<Context> = Omit<OperationAsked<Context>, 'operation'> & {
  operation: OperationDefinitionNode | undefined;
};

/**
 * Lets an operation pass every step. One that its request does not name passes none: Apollo Server would have the only operation of a
 * document run, whatever the request names.
 * @throws a refusal
 */
export function admitBy<Context>(
  steps: readonly RequestStep<Context>[],
  { operation, ...asked }: OperationNamed<Context>,
): void {
  if (!operation)
    throw refusal('OPERATION_RESOLUTION_FAILURE', 'Name the one operation to run in `operationName`.');
  for (const { admit } of steps) admit?.({ ...asked, operation });
}

/** Has Apollo Server take the steps. */
export const asPlugin = <Context extends BaseContext>(
  steps: readonly RequestStep<Context>[],
): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, contextValue: context }) {
        admitBy(steps, { schema, document, operation, context });
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single') return;
        const leaving: Leaving = { result: response.body.singleResult };
        for (const { finish } of steps) finish?.(leaving, contextValue);
        response.body.singleResult = leaving.result;
        if (leaving.status !== undefined) response.http.status = leaving.status;
      },
    };
  },
});
