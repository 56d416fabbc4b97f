import { ConcordError } from './errors/concord-error.ts';
import type { Gap, Visible } from './visible/visible.ts';

/** Part of a list: the shape that every connection has. */
export interface Connection {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor?: string | null } | null;
}

/** Where an answer has its connection, or why it has none. */
export type ConnectionIn<Page> = Page | Visible<Page> | Gap | null | undefined;

const isVisible = <Page extends Connection>(found: Page | Visible<Page> | Gap): found is Visible<Page> =>
  'state' in found && !('pageInfo' in found);

const missing = (gap: Gap | undefined, what: string, requestId: string) =>
  new ConcordError({ code: 'PAGE_MISSING', gap }, what, { requestId });

function pageOf<Page extends Connection>(found: ConnectionIn<Page>, requestId: string): Page {
  if (!found) throw missing({ state: 'absent' }, 'The connection is not there.', requestId);
  if (!isVisible(found)) return found;
  if (found.state === 'present') return found.value;
  throw missing(found, `The page is ${found.state}, so the list would end too early.`, requestId);
}

/**
 * The pages of a connection, each asked for when the one before has been used up. A page that is withheld, or whose agency is
 * down, is an error: a list that ended there would look whole.
 * @param ask the page after a cursor, or the first one
 * @throws ConcordError PAGE_MISSING, and what asking throws
 */
export async function* pagesOf<Page extends Connection>(
  ask: (after: string | undefined) => Promise<{ found: ConnectionIn<Page>; requestId: string }>,
): AsyncGenerator<Page, void, undefined> {
  const seen = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const { found, requestId } = await ask(after);
    const page = pageOf(found, requestId);
    yield page;
    if (!page.pageInfo) throw missing(undefined, 'The operation does not ask for `pageInfo`.', requestId);
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || seen.has(endCursor))
      throw missing(undefined, 'There are more pages, and no cursor leads to them.', requestId);
    seen.add(endCursor);
    after = endCursor;
  }
}
