import {
  type FieldNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

const message =
  'An operation asks for `visibility` once: each time a whole document is read. Send one operation for each.';

/** The questions of visibility among the root fields of an operation. */
function questionsIn(operation: SelectionSetNode, context: ValidationContext): ReadonlySet<FieldNode> {
  const found = new Set<FieldNode>();
  const entered = new Set<string>();
  const look = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === 'visibility') found.add(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      else if (!entered.has(selection.name.value)) {
        entered.add(selection.name.value);
        const fragment = context.getFragment(selection.name.value);
        if (fragment) look(fragment.selectionSet);
      }
    }
  };
  look(operation);
  return found;
}

/**
 * Refuses an operation that asks what would be visible of two documents: each is read and validated as an operation is, and its
 * limits hold for one.
 *
 *     { visibility(document: "…") { … } }                                    is allowed
 *     { a: visibility(document: "…") { … } b: visibility(document: "…") { … } } is refused
 */
export const oneVisibilityRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    if (questionsIn(operation.selectionSet, context).size < 2) return;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
    );
  },
});
