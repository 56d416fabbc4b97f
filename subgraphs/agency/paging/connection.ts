import { callerError } from '../../../server/errors.ts';

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
export function demandPageSize(first: number): void {
  if (first >= 1 && first <= largestPage) return;
  throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
}

export interface PageRequest {
  first: number;
  /** The id after which the page begins. */
  after: string | undefined;
}

const cursorPrefix = 'after:';
const cursorOf = (id: string) => Buffer.from(`${cursorPrefix}${id}`).toString('base64url');

function idIn(cursor: string, isId: (value: string) => boolean): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const id = text.slice(cursorPrefix.length);
  if (text.startsWith(cursorPrefix) && isId(id)) return id;
  throw callerError('BAD_USER_INPUT', '`after` must be the `endCursor` of an earlier page of this list.');
}

/**
 * Checks the arguments of a connection (GraphQL Cursor Connections Specification).
 * @throws BAD_USER_INPUT
 */
export function pageRequest({ first, after }: PageArguments, isId: (value: string) => boolean): PageRequest {
  demandPageSize(first);
  return { first, after: after == null ? undefined : idIn(after, isId) };
}

/**
 * @param found one record more than the page holds, when there is one, which tells that another page follows
 * @param isMore tells it instead, where no more than the page was found
 */
export function connectionOf<Node extends { _id: string }>(
  { first, after }: PageRequest,
  found: Node[],
  isMore = found.length > first,
): Connection<Node> {
  const nodes = found.slice(0, first);
  const edges = nodes.map((node) => ({ cursor: cursorOf(node._id), node }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: isMore,
      hasPreviousPage: after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
