import { callerError } from '../../../../server/errors.ts';
import type { Cursors } from './cursors.ts';

export const largestPage = 100;

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
}

/** What a caller asks of a list. */
export interface PageArguments {
  first: number;
  after?: string | null;
}

/** @throws BAD_USER_INPUT */
function demandPageSize(first: number): void {
  if (first >= 1 && first <= largestPage) return;
  throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
}

export interface PageRequest {
  first: number;
  /** The name of the record after which the page begins. */
  after: string | undefined;
  /** The cursor of a record of this list. */
  cursorOf(position: string): string;
}

/**
 * Checks the arguments of a connection (GraphQL Cursor Connections Specification).
 * @param list names the list with all that it is asked by, but for the page
 * @throws BAD_USER_INPUT
 */
export function pageRequest({ first, after }: PageArguments, cursors: Cursors, list: string): PageRequest {
  demandPageSize(first);
  return {
    first,
    after: after == null ? undefined : cursors.open(list, after),
    cursorOf: (position) => cursors.seal(list, position),
  };
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
