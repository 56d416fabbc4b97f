import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Source } from './selection.ts';

/** The keys of the fields of a selection, fragments opened; clients add `__typename` by themselves, and it does nothing. */
function fieldsOf({ fragments }: Source, set: SelectionSetNode): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const open = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === '__typename') continue;
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
      } else {
        const fragment =
          selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment) open(fragment.selectionSet);
      }
    }
  };
  open(set);
  return fields;
}

/**
 * Path of a mutation's one action in the answer: its namespace, and its own key.
 * @throws Error for a mutation of several actions, which the gateway refuses
 */
export function actionPathOf(source: Source, { name, selectionSet }: OperationDefinitionNode): string[] {
  const namespaces = [...fieldsOf(source, selectionSet)];
  const paths = namespaces.flatMap(([namespace, nodes]) =>
    nodes.flatMap((node) =>
      node.selectionSet ? [...fieldsOf(source, node.selectionSet).keys()].map((key) => [namespace, key]) : [],
    ),
  );
  const [path] = paths;
  if (path && paths.length === 1) return path;
  throw new Error(`${name?.value}: a mutation takes exactly one action.`);
}
