import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { mostCoercionErrors } from '../execution/conditions.ts';
import type { AskedDocument } from '../limits/asked-document.ts';

/** The root by which one object is asked for by its id. */
const root = 'node';

const isNodeField = (selection: SelectionNode): selection is FieldNode =>
  selection.kind === Kind.FIELD && selection.name.value === root;

/** The id, which an owner alone answers. */
const id: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

const withId = (set: SelectionSetNode): SelectionSetNode => ({ ...set, selections: [id, ...set.selections] });

/** The root selections of an operation, with `id` in each of its nodes. */
const withIdsIn = (set: SelectionSetNode): SelectionSetNode => ({
  ...set,
  selections: set.selections.map((selection) => {
    if (isNodeField(selection))
      return selection.selectionSet
        ? { ...selection, selectionSet: withId(selection.selectionSet) }
        : selection;
    return selection.kind === Kind.INLINE_FRAGMENT
      ? { ...selection, selectionSet: withIdsIn(selection.selectionSet) }
      : selection;
  }),
});

/**
 * Adds `id` to each node of an operation, since a plan asks no owner for what needs none: `{ node(…) { __typename } }` would tell of
 * every well-formed id that there is such an object. An operation is only planned so. It is answered as it was asked.
 */
export const withNodeIds = (document: DocumentNode): DocumentNode =>
  visit(document, {
    [Kind.OPERATION_DEFINITION]: (operation) => ({
      ...operation,
      selectionSet: withIdsIn(operation.selectionSet),
    }),
    [Kind.FRAGMENT_DEFINITION]: (fragment) =>
      fragment.typeCondition.name.value === 'Query'
        ? { ...fragment, selectionSet: withIdsIn(fragment.selectionSet) }
        : undefined,
  });

/** The nodes that an operation asks for, in its fragments too. */
function nodeFieldsOf(
  set: SelectionSetNode,
  document: Pick<AskedDocument, 'fragment'>,
  found: FieldNode[] = [],
): FieldNode[] {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      if (isNodeField(selection)) found.push(selection);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragment(selection.name.value);
      if (fragment) nodeFieldsOf(fragment.selectionSet, document, found);
    }
  }
  return found;
}

/**
 * The keys of an answer under which there are nodes that their owners have not answered.
 * @param unanswered the ids of those nodes
 */
export function keysOfNodes(
  unanswered: ReadonlySet<string>,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: Pick<AskedDocument, 'fragment'>,
  variables: Record<string, unknown>,
): string[] {
  if (unanswered.size === 0) return [];
  const definition = schema.getQueryType()?.getFields()[root];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostCoercionErrors,
  });
  if (!definition || !coerced) return [];
  return nodeFieldsOf(operation.selectionSet, document).flatMap((field) =>
    unanswered.has(String(getArgumentValues(definition, field, coerced).id))
      ? [field.alias?.value ?? field.name.value]
      : [],
  );
}
