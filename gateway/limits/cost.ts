import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What a list field can return at the most; a page whose size is a variable is taken to be as large as that. */
const largestPage = 100;

function pageSize(node: FieldNode, defaultSize: unknown): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first === undefined) return typeof defaultSize === 'number' ? defaultSize : 1;
  return first.kind === Kind.INT ? Math.max(1, Number.parseInt(first.value, 10)) : largestPage;
}

/**
 * Fields that an operation can ask for at the most, each counted as often as the pages around it are long. It is
 * decided without the variables, so that it is decided once for a document.
 */
function costOf(
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  context: ValidationContext,
): number {
  const ofFragments = new Map<FragmentDefinitionNode, number>();
  const schema = context.getSchema();
  const cost = (selections: SelectionSetNode, parent: GraphQLNamedType | undefined): number =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(parent) || isInterfaceType(parent)
            ? parent.getFields()[selection.name.value]
            : undefined;
        const size = pageSize(
          selection,
          field?.args.find((argument) => argument.name === 'first')?.defaultValue,
        );
        const nested = selection.selectionSet
          ? cost(selection.selectionSet, field && getNamedType(field.type))
          : 0;
        return sum + 1 + size * nested;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition && schema.getType(selection.typeCondition.name.value);
        return sum + cost(selection.selectionSet, condition ?? parent);
      }
      const fragment = context.getFragment(selection.name.value);
      if (!fragment) return sum;
      // Once for each fragment, however often it is spread; nothing for one inside itself, which another rule refuses.
      if (!ofFragments.has(fragment)) {
        ofFragments.set(fragment, 0);
        ofFragments.set(
          fragment,
          cost(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value)),
        );
      }
      return sum + (ofFragments.get(fragment) ?? 0);
    }, 0);
  return cost(set, type);
}

/** Refuses what would ask for more than `most` fields, for example long pages inside long pages. */
export const costRule =
  (most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      const cost = costOf(operation.selectionSet, root ?? undefined, context);
      if (cost <= most) return;
      const message = `The query can ask for ${cost} fields; the limit is ${most}. Ask for shorter pages.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
