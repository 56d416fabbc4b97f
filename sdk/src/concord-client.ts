import { type Answer, answerFrom } from './answer.ts';
import type { Calling } from './attempt.ts';
import { call } from './call.ts';
import {
  type CallOptions,
  type ClientOptions,
  callDefaults,
  checkNumbers,
  type MutationOptions,
} from './call-options.ts';
import type { ConcordDocument, OperationMap, SelectionMap } from './document/operation-map.ts';
import { ConcordError } from './errors/concord-error.ts';
import { type HalfDocuments, type HalfOf, type HalfVariables, halvesOf } from './halves.ts';
import { bodyOf } from './http/body-of.ts';
import { endpointFrom } from './http/endpoint-from.ts';
import { mandateHeaders } from './mandate.ts';
import type { Outcome } from './outcome.ts';
import { type Connection, type ConnectionIn, type PageOf, type PageOptions, pagesOf } from './page-of.ts';
import { randomName } from './random-name.ts';
import { takeAction } from './take-action.ts';
import { tokenSource } from './token.ts';
import type { Told } from './visible/told.ts';

/** A client of one gateway, for one viewer. */
export interface ConcordClient {
  /**
   * Asks a query. What an agency withholds, or could not answer, is a gap in the data and no error.
   * @throws ConcordError when all of it is refused, or cannot be asked or read
   */
  query<Result, Variables extends object, Fields extends SelectionMap>(
    document: ConcordDocument<Result, Variables, Fields, 'query'>,
    variables: NoInfer<Variables>,
    options?: CallOptions,
  ): Promise<Answer<Told<Result, Fields>>>;
  /**
   * Each agency's half as it comes, so that a slow agency holds nobody: a query for each, sent at once under one mandate and
   * request id. A half whose query is refused or not answered is `lost`, and the others still come.
   * @param documents a query for each agency's half, by the agency, such as `HalfOfOwnDocuments`
   * @throws ConcordError INVALID_OPTION, and nothing else
   */
  halves<Documents extends HalfDocuments>(
    documents: Documents,
    variables: NoInfer<HalfVariables<Documents>>,
    options?: CallOptions,
  ): AsyncGenerator<HalfOf<Documents>, void, undefined>;
  /**
   * The pages of a connection, asked for one after the other as they are used, each with what its answer said beside it.
   * @param connectionIn finds the connection in an answer; `within` goes through what can be withheld
   * @throws ConcordError PAGE_MISSING when a page is withheld or an agency is down, and whatever `query` throws
   */
  pages<
    Result,
    Variables extends { after?: string | null | undefined },
    Fields extends SelectionMap,
    Page extends Connection,
  >(
    document: ConcordDocument<Result, Variables, Fields, 'query'>,
    variables: NoInfer<Variables>,
    connectionIn: (data: Told<Result, Fields>) => ConnectionIn<Page>,
    options?: PageOptions,
  ): AsyncGenerator<PageOf<Page>, void, undefined>;
  /**
   * Takes one action. It is sent once: what has become of it is in the outcome, which can ask again without doing twice.
   * @throws ConcordError when it is refused, and so nothing was done
   */
  mutate<Result, Variables extends object, Fields extends SelectionMap>(
    document: ConcordDocument<Result, Variables, Fields, 'mutation'>,
    variables: NoInfer<Variables>,
    options?: MutationOptions,
  ): Promise<Outcome<Told<Result, Fields>>>;
}

const pageAddress = (): string | undefined => (globalThis as { location?: { href: string } }).location?.href;

/** @throws ConcordError INVALID_OPTION */
function callingOf(options: ClientOptions): Calling {
  const {
    deadline = callDefaults.deadline,
    retries = callDefaults.retries,
    maxAnswerBytes = callDefaults.maxAnswerBytes,
  } = options;
  checkNumbers({ deadline, retries, maxAnswerBytes });
  // Said now rather than by the first call.
  mandateHeaders(options.mandate);
  return {
    endpoint: endpointFrom(options.endpoint, options.allowHttp ?? false, pageAddress()),
    tokens: tokenSource(options.token),
    mandate: options.mandate,
    observe: options.observe,
    around: options.around,
    deadline,
    retries,
    maxAnswerBytes,
    fetch: options.fetch ?? globalThis.fetch,
  };
}

type Loose = ConcordDocument<unknown, never, SelectionMap>;

/** @throws ConcordError INVALID_OPTION for a document that has no types, or is of the other kind */
function operationOf(document: Loose, kind: OperationMap['kind']): OperationMap {
  const { concord: operation } = (document ?? {}) as Partial<Loose>;
  if (operation?.kind === kind) return operation;
  const what = operation ? `a ${operation.kind}` : 'no document of `@concord/sdk/codegen`';
  throw new ConcordError({ code: 'INVALID_OPTION' }, `A ${kind} is asked for here, and this is ${what}.`);
}

/**
 * Makes a client. Nothing is sent by it.
 * @throws ConcordError INVALID_OPTION
 */
export function createConcordClient(options: ClientOptions): ConcordClient {
  const calling = callingOf(options);

  async function ask<Data>(document: Loose, variables: object, options: CallOptions = {}) {
    const operation = operationOf(document, 'query');
    const asked = { operation, body: bodyOf(operation, variables), options };
    return answerFrom<Data>(await call(calling, asked, { isSent: false }), operation);
  }

  async function act<Data>(document: Loose, variables: object, options: MutationOptions = {}) {
    const { idempotencyKey = randomName(), ...callOptions } = options;
    const operation = operationOf(document, 'mutation');
    const action = { operation, body: bodyOf(operation, variables), idempotencyKey };
    return takeAction<Data>(calling, action, callOptions);
  }

  return {
    query: ask,
    halves: <Documents extends HalfDocuments>(
      documents: Documents,
      variables: HalfVariables<Documents>,
      options: CallOptions = {},
    ) =>
      halvesOf<Loose>(
        documents,
        (document, each) => ask(document, variables, each),
        options,
      ) as AsyncGenerator<HalfOf<Documents>, void, undefined>,
    pages: <Result, Fields extends SelectionMap, Page extends Connection>(
      document: ConcordDocument<Result, never, Fields, 'query'>,
      variables: { after?: string | null | undefined },
      connectionIn: (data: Told<Result, Fields>) => ConnectionIn<Page>,
      { partial = false, ...callOptions }: PageOptions = {},
    ) =>
      pagesOf(
        (after) =>
          ask<Told<Result, Fields>>(
            document,
            after === undefined ? variables : { ...variables, after },
            callOptions,
          ),
        connectionIn,
        partial,
      ),
    mutate: act,
  };
}
