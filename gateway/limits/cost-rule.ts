import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { largestPage } from '../../server/demand-page-size.ts';
import { type AskedDocument, ofValidation, typeOfFragment } from './asked-document.ts';
import { closedListSizes, listSizes } from './list-sizes.ts';
import { isDossier, type PlaceInGraph, placeOf } from './place-in-graph.ts';

/** The size of a page; one whose size is a variable is taken to be as large as any can be. */
function pageSize(node: FieldNode, defaultSize: unknown): number {
  const first = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first === undefined) return typeof defaultSize === 'number' ? defaultSize : 1;
  return first.kind === Kind.INT ? Math.max(1, Number.parseInt(first.value, 10)) : largestPage;
}

/**
 * The number of objects that a field is taken to have. A list that is no page counts as one in the dossier that is asked for, of which
 * there is one, or a page; in another dossier, to which a shared thing led, it counts as long as it can be, and so does a closed list.
 */
function sizeOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  parent: GraphQLNamedType | undefined,
  place: PlaceInGraph,
): number {
  const closed = field && parent && closedListSizes[`${parent.name}.${field.name}`];
  if (closed !== undefined) return closed;
  const isPlainList = field !== undefined && isListType(getNullableType(field.type));
  if (isPlainList && place === 'another' && isDossier(parent)) return listSizes[field.name] ?? largestPage;
  return pageSize(node, field?.args.find((argument) => argument.name === 'first')?.defaultValue);
}

/**
 * Fields that an operation can ask for at the most, each counted as often as the pages around it are long. It is
 * decided without the variables, so that it is decided once for a document.
 */
export function fieldsAsked(operation: OperationDefinitionNode, { schema, fragment }: AskedDocument): number {
  const ofFragments = new Map<FragmentDefinitionNode, Map<PlaceInGraph, number>>();
  const cost = (
    selections: SelectionSetNode,
    parent: GraphQLNamedType | undefined,
    place: PlaceInGraph,
  ): number =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(parent) || isInterfaceType(parent)
            ? parent.getFields()[selection.name.value]
            : undefined;
        const named = field && getNamedType(field.type);
        const nested = selection.selectionSet
          ? cost(selection.selectionSet, named, placeOf(named, place))
          : 0;
        return sum + 1 + sizeOf(selection, field, parent, place) * nested;
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = typeOfFragment(selection, parent, schema);
        return sum + cost(selection.selectionSet, type, placeOf(type, place));
      }
      const spread = fragment(selection.name.value);
      if (!spread) return sum;
      const known = ofFragments.get(spread) ?? new Map<PlaceInGraph, number>();
      ofFragments.set(spread, known);
      // Once for each fragment and place, however often it is spread; nothing for one inside itself, which another rule refuses.
      if (!known.has(place)) {
        const type = typeOfFragment(spread, undefined, schema);
        known.set(place, 0);
        known.set(place, cost(spread.selectionSet, type, placeOf(type, place)));
      }
      return sum + (known.get(place) ?? 0);
    }, 0);
  return cost(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 'direct');
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
