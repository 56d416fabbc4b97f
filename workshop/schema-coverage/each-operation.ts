import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation without fragments that are spread: each stands where it is spread. */
export interface WholeOperation {
  operation: OperationDefinitionNode;
  /** The same, in which what is selected through an interface of an object whose type is known is selected of that type. */
  narrowed: OperationDefinitionNode;
  /**
   * The fields that are selected in it, those of a fragment at each place where it is spread, and without `__typename`. A field that is
   * selected twice at one place, of one type, is answered once.
   */
  size: number;
}

/** True for fields of GraphQL itself, such as `__typename`, which are nobody's contract. */
const isOfGraphql = ({ name }: FieldNode): boolean => name.value.startsWith('__');

/** True if a selection on the condition is one on the parent itself, of which nothing else can be there. */
const isWithin = (schema: GraphQLSchema, parent: GraphQLNamedType, condition: GraphQLNamedType): boolean =>
  parent === condition ||
  (isObjectType(parent) && isAbstractType(condition) && schema.isSubType(condition, parent));

/** The operations of a document, each with its fragments in place. */
export function eachOperation(document: DocumentNode, schema: GraphQLSchema): WholeOperation[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const places = new Set<string>();
  let isNarrowing = false;

  function whole(set: SelectionSetNode, parent: GraphQLNamedType | undefined, at: string): SelectionSetNode {
    return { ...set, selections: set.selections.flatMap((selection) => wholeOf(selection, parent, at)) };
  }
  function wholeOf(
    selection: SelectionNode,
    parent: GraphQLNamedType | undefined,
    at: string,
  ): SelectionNode[] {
    if (selection.kind === Kind.FIELD) {
      if (isOfGraphql(selection)) return [];
      const place = `${at} ${parent?.name}.${(selection.alias ?? selection.name).value}`;
      places.add(place);
      if (!selection.selectionSet) return [selection];
      const field =
        isObjectType(parent) || isInterfaceType(parent)
          ? parent.getFields()[selection.name.value]
          : undefined;
      const selectionSet = whole(selection.selectionSet, field && getNamedType(field.type), place);
      return [{ ...selection, selectionSet }];
    }
    const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (!spread) return [];
    const { typeCondition } = spread;
    const condition = typeCondition ? schema.getType(typeCondition.name.value) : parent;
    if (isNarrowing && parent && condition && isWithin(schema, parent, condition))
      return [...whole(spread.selectionSet, parent, at).selections];
    const selectionSet = whole(spread.selectionSet, condition, at);
    return [{ kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), selectionSet }];
  }

  return document.definitions.flatMap((definition): WholeOperation[] => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const root = schema.getRootType(definition.operation) ?? undefined;
    const [operation, narrowed] = [false, true].map((narrows): OperationDefinitionNode => {
      isNarrowing = narrows;
      places.clear();
      return { ...definition, selectionSet: whole(definition.selectionSet, root, '') };
    });
    return operation && narrowed ? [{ operation, narrowed, size: places.size }] : [];
  });
}
