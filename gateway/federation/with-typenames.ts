import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { fragmentNamed } from './absent-answer.ts';

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const asksTypename = ({ selections }: SelectionSetNode): boolean =>
  selections.some((each) => each.kind === Kind.FIELD && each.name.value === '__typename' && !each.alias);

/**
 * Adds `__typename` wherever a fragment stands inside another one. The stock gateway forgets the type of an object within a
 * fragment on an interface, unless it is told with the object, and loses what an inner fragment asks:
 *
 *     { suspect(…) { belarus { ... on Dossier { id ... on BelarusDossier { status { stage } } } } } }
 *
 * An operation is only planned so. It is answered as it was asked.
 */
export function withTypenames(document: DocumentNode): DocumentNode {
  const nests = (set: SelectionSetNode, inside: boolean, known: readonly FragmentDefinitionNode[]): boolean =>
    set.selections.some((each) => {
      if (each.kind === Kind.FIELD) return false;
      if (inside) return true;
      if (each.kind === Kind.INLINE_FRAGMENT) return nests(each.selectionSet, true, known);
      const fragment = fragmentNamed(document, each.name.value);
      return (
        fragment !== undefined &&
        !known.includes(fragment) &&
        nests(fragment.selectionSet, true, [...known, fragment])
      );
    });
  return visit(document, {
    [Kind.FIELD]: {
      leave(field) {
        const { selectionSet } = field;
        if (!selectionSet || asksTypename(selectionSet) || !nests(selectionSet, false, [])) return undefined;
        const selections = [typename, ...selectionSet.selections];
        return { ...field, selectionSet: { ...selectionSet, selections } };
      },
    },
  });
}
