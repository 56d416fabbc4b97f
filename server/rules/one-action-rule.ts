import {
  type FieldNode,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { fieldsOf } from './fields-of.ts';

const message =
  'A mutation performs exactly one action. Send one operation for each, each with an idempotency-key of its own.';

/** Clients add it by themselves, and it does nothing. */
const isTypename = ({ name }: FieldNode): boolean => name.value === '__typename';

const actionsIn = (set: SelectionSetNode, context: ValidationContext): FieldNode[] =>
  fieldsOf(set, context).filter((field) => !isTypename(field));

/**
 * Refuses a mutation of two actions, in one namespace or in two: the fields of a namespace run in parallel, so their
 * order would be nobody's, and half of them could fail.
 *
 *     mutation { belarus { recordDossier(…) { … } } }                       is allowed
 *     mutation { belarus { a: contestValue(…) b: contestValue(…) } }        is refused
 *     mutation { belarus { recordDossier(…) } russia { recordDossier(…) } } is refused
 */
export const oneActionRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (operation.operation !== 'mutation') return;
    const namespaces = actionsIn(operation.selectionSet, context);
    const actions = namespaces.flatMap((field) =>
      field.selectionSet ? actionsIn(field.selectionSet, context) : [field],
    );
    if (namespaces.length === 1 && actions.length === 1) return;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'ONE_ACTION_ONLY' } }),
    );
  },
});
