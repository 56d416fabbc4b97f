import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Agency } from '../../terms/agencies.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import { type WidelySharedListedFragment, WidelySharedOfOwnDocuments } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

/** A value that too many own dossiers share to be compared. */
export type SharedValue = WidelySharedListedFragment;

/** A page of such values. */
export interface SharedPage {
  nodes: readonly SharedValue[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const documents: Record<
  Agency,
  ConcordDocument<
    { agency: { shared: SharedPage | null } | null },
    { first: number; after?: string | null },
    SelectionMap,
    'query'
  >
> = WidelySharedOfOwnDocuments;

const pageSize = 20;

/** @param after the end of the page before; the first page where there is none */
export const sharedOperation = (agency: Agency, after?: string | null): OwnOperation =>
  operationOf(documents[agency], { first: pageSize, ...(after && { after }) });

/** The page in an answer, or the reason why there is none. */
export function sharedIn(answer: Answer, agency: Agency): { page: SharedPage } | { gap: Gap } {
  const page = dataOf(documents[agency], answer)?.agency?.shared;
  return page ? { page } : { gap: gapOf(documents[agency], answer, ['agency', 'shared']) };
}
