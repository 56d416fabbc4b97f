import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Nulls = Record<string, null | string>;
type Representation = { __typename?: string };

/** The operation of a fetch: the query planner sends exactly one. */
export const operationOf = (document: DocumentNode): OperationDefinitionNode | undefined =>
  document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);

/** A fragment of a document by its name. */
export const fragmentNamed = (document: DocumentNode, name: string): FragmentDefinitionNode | undefined =>
  document.definitions.find(
    (definition): definition is FragmentDefinitionNode =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  );

/** The fields asked of an object of a type, each null; fragments on other types do not apply to it. */
function nullsFor(set: SelectionSetNode, document: DocumentNode, typename: string | undefined): Nulls {
  const nulls: Nulls = {};
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      nulls[key] = selection.name.value === '__typename' && typename !== undefined ? typename : null;
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentNamed(document, selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || typename === undefined || condition === typename) {
      Object.assign(nulls, nullsFor(fragment.selectionSet, document, typename));
    }
  }
  return nulls;
}

/** The answer of a subgraph that knows nothing of these representations: the asked fields, all null. */
export function nullEntities(document: DocumentNode, representations: readonly Representation[]): Nulls[] {
  const set = operationOf(document)?.selectionSet;
  const entities = set?.selections.find(
    (field) => field.kind === Kind.FIELD && field.name.value === '_entities',
  );
  if (!entities || !('selectionSet' in entities) || !entities.selectionSet)
    return representations.map(() => ({}));
  const entitySet = entities.selectionSet;
  return representations.map((representation) => nullsFor(entitySet, document, representation.__typename));
}

/** The answer of a root fetch that found nothing: every root field null. */
export function nullRoot(document: DocumentNode): Nulls {
  const operation = operationOf(document);
  return operation ? nullsFor(operation.selectionSet, document, undefined) : {};
}
