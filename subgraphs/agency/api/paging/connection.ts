import type { PageRequest } from './page-request.ts';

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: Promise<string> | null;
  endCursor: Promise<string> | null;
}

/** A page of a list, in the form of the GraphQL Cursor Connections Specification. */
export interface Connection<Node> {
  edges: { cursor: Promise<string>; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/**
 * Makes a page. Cursors are sealed where they are asked for: a page has as many as records, and most are read without any.
 * @param found one record more than the page holds, when there is one, which tells that another page follows
 * @param positionOf names the place of a record in the list, where the page after it begins
 * @param isMore tells instead that another page follows, where no more than the page was found
 */
export function connectionOf<Node>(
  { first, after, cursorOf }: PageRequest,
  found: readonly Node[],
  positionOf: (node: Node) => string,
  isMore = found.length > first,
): Connection<Node> {
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => ({
    get cursor() {
      return cursorOf(positionOf(node));
    },
    node,
  }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: isMore,
      hasPreviousPage: after !== undefined,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}
