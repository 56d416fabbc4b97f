import type { Agency } from '../../terms/agencies.ts';
import type { Gap } from '../answer/gap.ts';
import type { Answer } from '../wire/answer.ts';
import type { OwnOperation } from '../wire/operation-of.ts';

/** A page of a list, as this page asks for it. */
export interface Page<Item> {
  nodes: readonly Item[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Items of a page, unless the officer asks for more. */
export const pageSize = 20;

/** A list of the officer's own agency: how it is asked for, and where it stands in an answer. */
export interface PagedQuestion<Choice, OnePage extends Page<unknown>> {
  /** @param after the end of the page before; the first page where there is none */
  operation(agency: Agency, choice: Choice, after?: string | null): OwnOperation;
  /** The page in an answer, or the reason why there is none. */
  pageIn(answer: Answer, agency: Agency): { page: OnePage } | { gap: Gap };
}
