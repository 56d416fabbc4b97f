import {
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type AskedDocument, typeOfFragment } from './asked-document.ts';

/** The largest number of objects of a kind inside each other. */
export function nesting(
  set: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
  { schema, fragment }: AskedDocument,
  isCounted: (type: GraphQLNamedType | undefined, parent: GraphQLNamedType | undefined) => boolean,
): number {
  const ofFragments = new Map<FragmentDefinitionNode, number>();
  const deepest = (selections: SelectionSetNode, type: GraphQLNamedType | undefined): number =>
    Math.max(
      0,
      ...selections.selections.map((selection) => {
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return deepest(selection.selectionSet, typeOfFragment(selection, type, schema));
        if (selection.kind === Kind.FIELD) {
          if (!selection.selectionSet) return 0;
          const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
          const field = fields[selection.name.value];
          const named = field && getNamedType(field.type);
          return Number(isCounted(named, type)) + deepest(selection.selectionSet, named);
        }
        const spread = fragment(selection.name.value);
        if (!spread) return 0;
        if (!ofFragments.has(spread)) {
          // Nothing for one inside itself, which another rule refuses.
          ofFragments.set(spread, 0);
          ofFragments.set(spread, deepest(spread.selectionSet, typeOfFragment(spread, undefined, schema)));
        }
        return ofFragments.get(spread) ?? 0;
      }),
    );
  return deepest(set, parent);
}
