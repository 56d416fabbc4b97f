import {
  type FieldNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

const message =
  'A mutation performs exactly one action. Send one operation for each, each with an idempotency-key of its own.';

/** The fields of a selection, fragments opened; at most two, as one too many is all that matters. */
function fieldsOf(
  set: SelectionSetNode,
  context: ValidationContext,
  opened = new Set<string>(),
): FieldNode[] {
  const fields: FieldNode[] = [];
  for (const selection of set.selections) {
    if (fields.length > 1) break;
    if (selection.kind === Kind.FIELD) {
      // Clients add it by themselves, and it does nothing.
      if (selection.name.value !== '__typename') fields.push(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT)
      fields.push(...fieldsOf(selection.selectionSet, context, opened));
    else {
      const { value: name } = selection.name;
      const fragment = opened.has(name) ? undefined : context.getFragment(name);
      opened.add(name);
      if (fragment) fields.push(...fieldsOf(fragment.selectionSet, context, opened));
    }
  }
  return fields;
}

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
    const namespaces = fieldsOf(operation.selectionSet, context);
    const actions = namespaces.flatMap((field) =>
      field.selectionSet ? fieldsOf(field.selectionSet, context) : [field],
    );
    if (namespaces.length === 1 && actions.length === 1) return;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'ONE_ACTION_ONLY' } }),
    );
  },
});
