import type { ApolloServerPlugin } from '@apollo/server';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from '../../server/errors.ts';
import { caseRefusal } from '../../terms/mandate.ts';
import type { GatewayContext } from './gateway-context.ts';

const introspection = ['__schema', '__type', '__typename'];

const idempotencyKeyPattern = /^[A-Za-z0-9_-]{8,100}$/;
const keyRequired =
  'A mutation needs an `idempotency-key` header of 8 to 100 letters, digits, hyphens or underscores, such as a UUID; send it again with the same one.';

/** True for an operation that asks for the schema alone, and so reads nobody's records. */
export function asksSchemaOnly(
  operation: OperationDefinitionNode,
  fragments: Pick<ReadonlyMap<string, FragmentDefinitionNode>, 'get'>,
): boolean {
  // A fragment is judged once, however often it is spread.
  const judged = new Set<string>();
  const onlyIntrospection = (set: SelectionSetNode): boolean =>
    set.selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return introspection.includes(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return onlyIntrospection(selection.selectionSet);
      if (judged.has(selection.name.value)) return true;
      judged.add(selection.name.value);
      const fragment = fragments.get(selection.name.value);
      return fragment !== undefined && onlyIntrospection(fragment.selectionSet);
    });
  return operation.operation === 'query' && onlyIntrospection(operation.selectionSet);
}

/**
 * Lets a request for records pass only when its caller is known and has a mandate; the schema alone can be read without
 * either.
 */
export const admission: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ schema, document, operation, contextValue }) {
        const { caller, mandate, idempotencyKey } = contextValue;
        if (!operation)
          throw refusal('OPERATION_RESOLUTION_FAILURE', 'Name the one operation to run in `operationName`.');
        // No validation rule asks for the root type itself, and the gateway would fail on one that is not there.
        if (!schema.getRootType(operation.operation))
          throw refusal('GRAPHQL_VALIDATION_FAILED', `The schema has no ${operation.operation}.`);
        const fragments = new Map(
          document.definitions
            .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
            .map((fragment) => [fragment.name.value, fragment]),
        );
        if (asksSchemaOnly(operation, fragments)) return;
        if (!caller) throw refusal('UNAUTHENTICATED', 'Send your token as `authorization: Bearer …`.');
        if ('problem' in mandate) throw refusal('MANDATE_INVALID', mandate.problem);
        const notAssigned = caseRefusal(mandate.mandate, caller.viewer);
        if (notAssigned) throw refusal('CASE_NOT_ASSIGNED', notAssigned);
        if (operation.operation === 'mutation' && !idempotencyKeyPattern.test(idempotencyKey ?? '')) {
          throw refusal('IDEMPOTENCY_KEY_REQUIRED', keyRequired);
        }
      },
    };
  },
};
