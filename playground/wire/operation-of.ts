import type { ConcordDocument, SelectionMap, VariablesOf } from '../../sdk/src/index.ts';
import type { Answer } from './answer.ts';

/** An operation of this page, as it is sent. */
export interface OwnOperation {
  query: string;
  variables: Record<string, unknown>;
}

type AnyDocument = ConcordDocument<unknown, never, SelectionMap>;

/** The data of an answer as the gateway sends it. */
type DataOf<Document> =
  Document extends ConcordDocument<infer Result, infer _Variables, infer _Fields> ? Result : never;

/** One of this page's own operations with its variables, ready to be sent. */
export const operationOf = <Document extends AnyDocument>(
  document: Document,
  variables: NoInfer<VariablesOf<Document>>,
): OwnOperation => ({
  query: document.concord.source,
  variables: variables as Record<string, unknown>,
});

/** The data of an answer to one of this page's own operations. */
export const dataOf = <Document extends AnyDocument>(
  _document: Document,
  answer: Answer,
): DataOf<Document> | null | undefined => answer.data as DataOf<Document> | null | undefined;
