import { gapOf } from '../answer/gap.ts';
import { type WidelySharedListedFragment, WidelySharedOfOwnDocuments } from '../generated/operations.ts';
import { type Page, type PagedQuestion, pageSize } from '../list/page.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';

/** A value that too many own dossiers share to be compared. */
export type SharedValue = WidelySharedListedFragment;

/** A page of such values. */
export type SharedPage = Page<SharedValue>;

/** All of them, a page at a time. */
export const sharedQuestion: PagedQuestion<undefined, SharedPage> = {
  operation: (agency, _all, after) =>
    operationOf(WidelySharedOfOwnDocuments[agency], { first: pageSize, ...(after && { after }) }),
  pageIn(answer, agency) {
    const page = dataOf(WidelySharedOfOwnDocuments[agency], answer)?.agency?.shared;
    return page ? { page } : { gap: gapOf(WidelySharedOfOwnDocuments[agency], answer, ['agency', 'shared']) };
  },
};
