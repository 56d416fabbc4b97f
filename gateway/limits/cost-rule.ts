import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { largestPage } from '../../server/demand-page-size.ts';
import { type AskedDocument, ofValidation, typeOfFragment } from './asked-document.ts';

/** The size of a page; one whose size is a variable is taken to be as large as any can be. */
function pageSize(node: FieldNode, defaultSize: unknown): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first === undefined) return typeof defaultSize === 'number' ? defaultSize : 1;
  return first.kind === Kind.INT ? Math.max(1, Number.parseInt(first.value, 10)) : largestPage;
}

/**
 * Fields that an operation can ask for at the most, each counted as often as the pages around it are long. It is
 * decided without the variables, so that it is decided once for a document.
 */
export function fieldsAsked(operation: OperationDefinitionNode, { schema, fragment }: AskedDocument): number {
  const ofFragments = new Map<FragmentDefinitionNode, number>();
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
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return sum + cost(selection.selectionSet, typeOfFragment(selection, parent, schema));
      const spread = fragment(selection.name.value);
      if (!spread) return sum;
      // Once for each fragment, however often it is spread; nothing for one inside itself, which another rule refuses.
      if (!ofFragments.has(spread)) {
        ofFragments.set(spread, 0);
        ofFragments.set(spread, cost(spread.selectionSet, typeOfFragment(spread, undefined, schema)));
      }
      return sum + (ofFragments.get(spread) ?? 0);
    }, 0);
  return cost(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

/** Refuses what would ask for more than `most` fields, for example long pages inside long pages. */
export const costRule =
  (most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const cost = fieldsAsked(operation, ofValidation(context));
      if (cost <= most) return;
      const message = `The query can ask for ${cost} fields; the limit is ${most}. Ask for shorter pages.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
