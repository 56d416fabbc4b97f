import type { Answer } from './answer.ts';
import type { CallOptions } from './call-options.ts';
import { ConcordError } from './errors/concord-error.ts';
import type { Gap, Visible } from './visible/visible.ts';

/** Part of a list: the shape that every connection has. */
export interface Connection {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor?: string | null } | null;
}

/** The connection in an answer, or the reason why there is none. */
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

/** A page, and what its answer said beside it. */
export interface PageOf<Page> extends Omit<Answer<unknown>, 'data'> {
  readonly page: Page;
}

/** Settings for the pages of one connection. */
export interface PageOptions extends CallOptions {
  /**
   * Goes on while an agency does not answer, with pages that lack what it holds: `outages` and `gaps` say so. Otherwise such a
   * page is an error.
   */
  readonly partial?: boolean | undefined;
}

/** @throws ConcordError PAGE_MISSING when an agency did not answer */
function unlessPartial({ outages, gaps, requestId }: Omit<Answer<unknown>, 'data'>): void {
  const [agency] = outages;
  if (agency === undefined) return;
  const gap = gaps.find((one) => one.gap.state === 'unavailable')?.gap;
  throw missing(
    gap,
    `${outages.join(', ')} did not answer, so the list would lack what is there.`,
    requestId,
  );
}

/**
 * The pages of a connection, each asked for when the one before has been used up. A page that is withheld, or whose agency is
 * down, is an error: a list that ended there would look whole.
 * @param ask the answer with the page after a cursor, or with the first one
 * @throws ConcordError PAGE_MISSING, and what asking throws
 */
export async function* pagesOf<Data, Page extends Connection>(
  ask: (after: string | undefined) => Promise<Answer<Data>>,
  connectionIn: (data: Data) => ConnectionIn<Page>,
  isPartial: boolean,
): AsyncGenerator<PageOf<Page>, void, undefined> {
  const seen = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const { data, ...beside } = await ask(after);
    const { requestId } = beside;
    const page = pageOf(connectionIn(data), requestId);
    if (!isPartial) unlessPartial(beside);
    yield { page, ...beside };
    if (!page.pageInfo) throw missing(undefined, 'The operation does not ask for `pageInfo`.', requestId);
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (!endCursor || seen.has(endCursor))
      throw missing(undefined, 'There are more pages, and no cursor leads to them.', requestId);
    seen.add(endCursor);
    after = endCursor;
  }
}
