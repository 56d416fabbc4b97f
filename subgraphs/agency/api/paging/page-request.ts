import { demandPageSize } from '../../../../server/demand-page-size.ts';
import type { Cursors } from './cursors.ts';

/** The arguments of a list: the size of the page, and the cursor that it begins after. */
export interface PageArguments {
  first: number;
  after?: string | null;
}

/** A page that was asked for, with its arguments checked. */
export interface PageRequest {
  first: number;
  /** The name of the record after which the page begins. */
  after: string | undefined;
  /** The cursor of a record of this list. */
  cursorOf(position: string): Promise<string>;
}

/**
 * Checks the arguments of a connection (GraphQL Cursor Connections Specification).
 * @param list names the list with all that it is asked by, but for the page
 * @throws BAD_USER_INPUT
 */
export async function pageRequest(
  { first, after }: PageArguments,
  cursors: Cursors,
  list: string,
): Promise<PageRequest> {
  demandPageSize(first);
  return {
    first,
    after: after == null ? undefined : await cursors.open(list, after),
    cursorOf: (position) => cursors.seal(list, position),
  };
}
