import type { PageRequest } from './page-request.ts';

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: Promise<string> | null;
  endCursor: Promise<string> | null;
}

export interface Connection<Node> {
  edges: { cursor: Promise<string>; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/**
 * Makes a page. Cursors are sealed where they are asked for: a page has as many as records, and most are read without any.
 * @param found one record more than the page holds, when there is one, which tells that another page follows
 * @param isMore tells it instead, where no more than the page was found
 */
export function connectionOf<Node extends { _id: string }>(
  { first, after, cursorOf }: PageRequest,
  found: Node[],
  isMore = found.length > first,
): Connection<Node> {
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => ({
    get cursor() {
      return cursorOf(node._id);
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
