import type { PageInfo } from './connection.ts';
import type { PageRequest } from './page-request.ts';

/** @param found one more than the page holds, when there is one, which tells that another page follows */
export function newestFirst<Node>(
  { first, after, cursorOf }: PageRequest,
  found: readonly Node[],
  nameOf: (node: Node) => string,
): { nodes: Node[]; pageInfo: PageInfo } {
  const nodes = found.slice(0, first);
  const [newest, oldest] = [nodes.at(0), nodes.at(-1)];
  return {
    nodes,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after !== undefined,
      // Sealed where they are asked for.
      get startCursor() {
        return newest === undefined ? null : cursorOf(nameOf(newest));
      },
      get endCursor() {
        return oldest === undefined ? null : cursorOf(nameOf(oldest));
      },
    },
  };
}
