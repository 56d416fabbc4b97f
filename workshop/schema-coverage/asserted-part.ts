import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/**
 * The part of an operation whose values somebody looks at: the fields whose names in the answer are among these words, and what
 * leads to them. Undefined when nothing of it is.
 */
export function assertedPart(
  operation: OperationDefinitionNode,
  words: ReadonlySet<string>,
): OperationDefinitionNode | undefined {
  const partOf = (selection: SelectionNode): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.FIELD && !selection.selectionSet)
      return words.has((selection.alias ?? selection.name).value) ? [selection] : [];
    const selectionSet = selection.selectionSet && partsOf(selection.selectionSet);
    return selectionSet && selectionSet.selections.length > 0
      ? [{ ...selection, selectionSet } as SelectionNode]
      : [];
  };
  const partsOf = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap(partOf),
  });
  const selectionSet = partsOf(operation.selectionSet);
  return selectionSet.selections.length > 0 ? { ...operation, selectionSet } : undefined;
}
