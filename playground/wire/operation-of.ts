import type { ConcordDocument, SelectionMap } from '../../sdk/src/index.ts';
import type { Answer } from './answer.ts';

/** An operation of this page, as it is sent. */
export interface OwnOperation {
  query: string;
  variables: Record<string, unknown>;
}

/** One of this page's own operations with its variables, ready to be sent. */
export const operationOf = <Result, Variables extends Record<string, unknown>>(
  document: ConcordDocument<Result, Variables, SelectionMap>,
  variables: NoInfer<Variables>,
): OwnOperation => ({ query: document.concord.source, variables });

/** The data of an answer to one of this page's own operations. */
export const dataOf = <Result, Variables>(
  _document: ConcordDocument<Result, Variables, SelectionMap>,
  answer: Answer,
): Result | null | undefined => answer.data as Result | null | undefined;
