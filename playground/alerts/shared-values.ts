import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import { gapOf } from '../answer/gap.ts';
import { type WidelySharedListedFragment, WidelySharedOfOwnDocuments } from '../generated/operations.ts';
import { type Page, type PagedQuestion, pageSize } from '../list/page.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';

/** A value that too many own dossiers share to be compared. */
export type SharedValue = WidelySharedListedFragment;

/** A page of such values. */
export type SharedPage = Page<SharedValue>;

const documents: Record<
  Agency,
  ConcordDocument<
    { agency: { shared: SharedPage | null } | null },
    { first: number; after?: string | null },
    SelectionMap,
    'query'
  >
> = WidelySharedOfOwnDocuments;

/** All of them, a page at a time. */
export const sharedQuestion: PagedQuestion<undefined, SharedPage> = {
  operation: (agency, _all, after) =>
    operationOf(documents[agency], { first: pageSize, ...(after && { after }) }),
  pageIn(answer, agency) {
    const page = dataOf(documents[agency], answer)?.agency?.shared;
    return page ? { page } : { gap: gapOf(documents[agency], answer, ['agency', 'shared']) };
  },
};
