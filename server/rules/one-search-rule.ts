import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

const message =
  'An operation may search once: with one `searchSuspects`, or for the `candidates` of one dossier that is not in a list. Send one operation for each.';

/** Two are too many, and so is one for each item of a list. */
const tooMany = 2;

const isList = (type: GraphQLOutputType | undefined): boolean =>
  type !== undefined && isListType(getNullableType(type));

/** Number of searches that a selection makes. Counting ends at the second, since one is allowed. */
function searchesIn(operation: SelectionSetNode, root: GraphQLNamedType, context: ValidationContext): number {
  const schema = context.getSchema();
  const ofFragments = {
    inList: new Map<FragmentDefinitionNode, number>(),
    alone: new Map<FragmentDefinitionNode, number>(),
  };

  function ofFragment(fragment: FragmentDefinitionNode, inList: boolean): number {
    const known = ofFragments[inList ? 'inList' : 'alone'];
    const found = known.get(fragment);
    if (found !== undefined) return found;
    // Nothing for one inside itself, which another rule refuses.
    known.set(fragment, 0);
    const type = schema.getType(fragment.typeCondition.name.value);
    const count = ofSelection(fragment.selectionSet, type, inList);
    known.set(fragment, count);
    return count;
  }

  function ofField(node: FieldNode, parent: GraphQLNamedType | undefined, inList: boolean): number {
    const { value: name } = node.name;
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const isSearch = parent === root && name === 'searchSuspects';
    const isComparison = field !== undefined && getNamedType(field.type).name === 'Candidate';
    const own = isComparison && inList ? tooMany : isSearch || isComparison ? 1 : 0;
    if (!node.selectionSet) return own;
    const type = field && getNamedType(field.type);
    return own + ofSelection(node.selectionSet, type, inList || isList(field?.type));
  }

  function ofSelection(set: SelectionSetNode, parent: GraphQLNamedType | undefined, inList: boolean): number {
    let count = 0;
    for (const selection of set.selections) {
      if (count >= tooMany) break;
      if (selection.kind === Kind.FIELD) count += ofField(selection, parent, inList);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        count += ofSelection(selection.selectionSet, condition ?? parent, inList);
      } else {
        const fragment = context.getFragment(selection.name.value);
        if (fragment) count += ofFragment(fragment, inList);
      }
    }
    return Math.min(count, tooMany);
  }

  return ofSelection(operation, root, false);
}

/**
 * Refuses an operation of two searches, and the comparison of all dossiers of a list: there is no bulk comparison across the
 * border, and each search is noted for itself.
 *
 *     { searchSuspects(…) { nodes { … } } }                                       is allowed
 *     { suspect(…) { belarus { candidates { … } } } }                             is allowed
 *     { a: searchSuspects(…) { … } b: searchSuspects(…) { … } }                   is refused
 *     { suspect(…) { belarus { candidates { … } } russia { candidates { … } } } } is refused
 *     { belarus { dossiers { nodes { candidates { … } } } } }                     is refused
 */
export const oneSearchRule: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const root = context.getSchema().getRootType(operation.operation);
    if (!root || searchesIn(operation.selectionSet, root, context) < tooMany) return;
    context.reportError(
      new GraphQLError(message, { nodes: operation, extensions: { code: 'ONE_SEARCH_ONLY' } }),
    );
  },
});
