import { GraphQLError, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { AskedDocument } from '../limits/asked-document.ts';

type Path = readonly (string | number)[];

/** The selections that stand under a key of some selections, their fragments opened; undefined when nothing was asked under it. */
function under(
  key: string,
  sets: readonly SelectionSetNode[],
  { fragment }: Pick<AskedDocument, 'fragment'>,
): SelectionSetNode[] | undefined {
  const found: SelectionSetNode[] = [];
  let isAsked = false;
  const opened = new Set<string>();
  const open = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) open(selection.selectionSet);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value: name } = selection.name;
        const spread = opened.has(name) ? undefined : fragment(name);
        opened.add(name);
        if (spread) open(spread.selectionSet);
      } else if ((selection.alias?.value ?? selection.name.value) === key) {
        isAsked = true;
        if (selection.selectionSet) found.push(selection.selectionSet);
      }
    }
  };
  for (const set of sets) open(set);
  return isAsked ? found : undefined;
}

/**
 * The part of an error's path that leads through what was asked. A fetch that the planner made for fields which no caller can ask,
 * such as those that tell one subgraph of another's answer, has errors at those fields.
 */
export function publishedPath(
  path: Path,
  operation: OperationDefinitionNode,
  document: Pick<AskedDocument, 'fragment'>,
): Path {
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const [index, step] of path.entries()) {
    if (typeof step === 'number') continue;
    const next = under(step, sets, document);
    if (!next) return path.slice(0, index);
    sets = next;
  }
  return path;
}

/**
 * An error at a path that its reader can follow.
 * @param nulls keys of the answer under which there is null: an error within one is told at the key
 */
export function published(
  error: GraphQLError,
  operation: OperationDefinitionNode,
  document: Pick<AskedDocument, 'fragment'>,
  nulls: readonly string[] = [],
): GraphQLError {
  if (!error.path) return error;
  const asked = publishedPath(error.path, operation, document);
  const path = nulls.includes(String(asked[0])) ? asked.slice(0, 1) : asked;
  if (path.length === error.path.length) return error;
  const { message, nodes, source, positions, originalError, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    originalError: originalError ?? null,
    extensions,
    // A path that leads nowhere is none: it would stand for the whole answer.
    ...(path.length > 0 && { path }),
  });
}
