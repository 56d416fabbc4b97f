import type { Agency } from '../../../terms/agencies.ts';
import type { RequestBox, RequestState } from '../../../terms/enums.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  ArticlesOfOwnDocuments,
  type ListedRequestOfBelarusFragment,
  type OffenceListedFragment,
  type RequestHalfOfBelarusFragment,
  RequestOfOwnDocuments,
  RequestsOfOwnDocuments,
} from '../../generated/operations.ts';
import { type Page, type PagedQuestion, pageSize } from '../../list/page.ts';
import { type Answer, type Receipt, receiptsOf } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** A request of a list, with the own agency's half. */
export interface ListedRequest {
  id: string;
  half: ListedRequestOfBelarusFragment | null;
}

/** The own agency's half of a request; the halves of all agencies have one form. */
export type RequestHalf = RequestHalfOfBelarusFragment;

/** An article that a draft can name. */
export type Offence = OffenceListedFragment;

/** A page of requests, as the page asks for it. */
export type RequestPage = Page<ListedRequest>;

/** The choice of a list: a box, and the states of its requests where they are chosen. */
export interface ListChoice {
  box: RequestBox;
  state?: RequestState | undefined;
}

/** The requests of such a choice. */
export const requestsQuestion: PagedQuestion<ListChoice, RequestPage> = {
  operation: (agency, { box, state }, after) =>
    operationOf(RequestsOfOwnDocuments[agency], {
      box,
      first: pageSize,
      ...(state && { states: [state] }),
      ...(after && { after }),
    }),
  pageIn(answer, agency) {
    const page = dataOf(RequestsOfOwnDocuments[agency], answer)?.agency?.requests;
    return page ? { page } : { gap: gapOf(RequestsOfOwnDocuments[agency], answer, ['agency', 'requests']) };
  },
};

export const requestOperation = (agency: Agency, id: string): OwnOperation =>
  operationOf(RequestOfOwnDocuments[agency], { id });

export const articlesOperation = (agency: Agency): OwnOperation =>
  operationOf(ArticlesOfOwnDocuments[agency], {});

/** The half in an answer, or the reason why there is none: no such request, or none that the viewer may know of, are one. */
export function halfIn(answer: Answer, agency: Agency): { half: RequestHalf } | { gap: Gap } {
  const request = dataOf(RequestOfOwnDocuments[agency], answer)?.agency?.request;
  if (request?.half) return { half: request.half };
  const path = request ? ['agency', 'request', 'half'] : ['agency', 'request'];
  return { gap: gapOf(RequestOfOwnDocuments[agency], answer, path) };
}

/** The receipts of the criteria of a request that the viewer may not read. */
export const criteriaWithheld = (answer: Answer, id: string): Receipt[] =>
  receiptsOf(answer).filter(
    ({ coordinate, records }) => coordinate === 'RequestSubject.criteria' && records?.includes(id) === true,
  );

/** The articles in force, and so those that a draft can name. */
export const articlesIn = (answer: Answer, agency: Agency): Offence[] =>
  (dataOf(ArticlesOfOwnDocuments[agency], answer)?.agency?.articles ?? []).filter(
    ({ validTo }) => validTo === null,
  );
