import { callerError } from '../../../server/errors.ts';
import { demandPageSize, type PageArguments, type PageInfo } from './connection.ts';

/** How things that are listed by time are named in a cursor. */
export interface Mark {
  /** What stands before the name, so that a cursor of another list is told apart. */
  prefix: string;
  /** What a name is like. */
  form: RegExp;
  /** Of what the list is, for who sends another list's cursor. */
  list: string;
}

const cursorOf = ({ prefix }: Mark, name: string) => Buffer.from(`${prefix}:${name}`).toString('base64url');

/**
 * The name before which a page begins, or undefined for the first page.
 * @throws BAD_USER_INPUT for a size out of range, and for a cursor that is not one of this list's
 */
export function beforeOf(mark: Mark, { first, after }: PageArguments): string | undefined {
  demandPageSize(first);
  if (after == null) return undefined;
  const [, name] = Buffer.from(after, 'base64url').toString().split(`${mark.prefix}:`);
  if (name !== undefined && mark.form.test(name) && cursorOf(mark, name) === after) return name;
  throw callerError(
    'BAD_USER_INPUT',
    `\`after\` must be the \`endCursor\` of an earlier page of ${mark.list}.`,
  );
}

/** @param found one more than the page holds, when there is one, which tells that another page follows */
export function newestFirst<Node>(
  mark: Mark,
  { first, after }: PageArguments,
  found: readonly Node[],
  nameOf: (node: Node) => string,
): { nodes: Node[]; pageInfo: PageInfo } {
  const nodes = found.slice(0, first);
  const [newest, oldest] = [nodes.at(0), nodes.at(-1)];
  return {
    nodes,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after != null,
      startCursor: newest === undefined ? null : cursorOf(mark, nameOf(newest)),
      endCursor: oldest === undefined ? null : cursorOf(mark, nameOf(oldest)),
    },
  };
}
