import { gapOf } from '../answer/gap.ts';
import {
  type OperationNoticesForBelarusQuery,
  OperationNoticesForOwnDocuments,
} from '../generated/operations.ts';
import { type PagedQuestion, pageSize } from '../list/page.ts';
import { dataOf, operationOf } from '../wire/operation-of.ts';

type NoticesPage = NonNullable<NonNullable<OperationNoticesForBelarusQuery['agency']>['notices']>;

/** A notice of what the other agency did in a joint operation. */
export type OperationNotice = NoticesPage['nodes'][number];

/** The notices of joint operations, newest first; the agency decides which are for the officer. */
export const operationNotices: PagedQuestion<undefined, NoticesPage> = {
  operation: (agency, _choice, after) =>
    operationOf(OperationNoticesForOwnDocuments[agency], { first: pageSize, ...(after && { after }) }),
  pageIn(answer, agency) {
    const document = OperationNoticesForOwnDocuments[agency];
    const page = dataOf(document, answer)?.agency?.notices;
    return page ? { page } : { gap: gapOf(document, answer, ['agency', 'notices']) };
  },
};
