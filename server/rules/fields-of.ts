import { type FieldNode, Kind, type SelectionSetNode, type ValidationContext } from 'graphql';

/** The fields of a selection, with those of its fragments, each of which is opened once. */
export function fieldsOf(
  set: SelectionSetNode,
  context: ValidationContext,
  opened = new Set<string>(),
): FieldNode[] {
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, context, opened);
    const { value: name } = selection.name;
    if (opened.has(name)) return [];
    opened.add(name);
    const fragment = context.getFragment(name);
    return fragment ? fieldsOf(fragment.selectionSet, context, opened) : [];
  });
}
