import { type Answer, answerFrom } from './answer.ts';
import type { Calling, Progress } from './attempt.ts';
import { call } from './call.ts';
import type { ConcordDocument, OperationMap, SelectionMap } from './document.ts';
import { endpointFrom } from './http/endpoint.ts';
import { randomName } from './identifiers.ts';
import { quietly } from './observer.ts';
import type { CallOptions, ClientOptions, MutationOptions } from './options.ts';
import { mayHaveHappened, type Outcome } from './outcome.ts';
import { type Connection, type ConnectionIn, type PageOf, type PageOptions, pagesOf } from './pages.ts';
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

const callingOf = (options: ClientOptions): Calling => ({
  endpoint: endpointFrom(options.endpoint, options.allowHttp ?? false, pageAddress()),
  tokens: tokenSource(options.token),
  mandate: options.mandate,
  traceparent: options.traceparent,
  deadline: options.deadline ?? 30_000,
  retries: options.retries ?? 2,
  maxAnswerBytes: options.maxAnswerBytes ?? 16 * 1024 * 1024,
  observe: quietly(options.observe),
  fetch: options.fetch ?? globalThis.fetch,
});

/**
 * Makes a client. Nothing is sent by it.
 * @throws ConcordError INVALID_OPTION
 */
export function createConcordClient(options: ClientOptions): ConcordClient {
  const calling = callingOf(options);

  async function attempt<Data>(
    operation: OperationMap,
    variables: object,
    idempotencyKey: string,
    callOptions: CallOptions,
  ): Promise<Outcome<Data>> {
    const progress: Progress = { isSent: false };
    try {
      const asked = { operation, variables, options: callOptions, idempotencyKey };
      const received = await call(calling, asked, progress);
      return { state: 'done', idempotencyKey, ...answerFrom<Data>(received, operation) };
    } catch (error) {
      if (!mayHaveHappened(error, progress.isSent)) throw error;
      const askAgain = (again: CallOptions = {}) =>
        attempt<Data>(operation, variables, idempotencyKey, { ...callOptions, ...again });
      return { state: 'unknown', error, idempotencyKey, askAgain };
    }
  }

  async function ask<Data>(operation: OperationMap, variables: object, options: CallOptions) {
    const received = await call(calling, { operation, variables, options }, { isSent: false });
    return answerFrom<Data>(received, operation);
  }

  return {
    query: (document, variables, callOptions = {}) => ask(document.concord, variables, callOptions),
    pages: <Result, Fields extends SelectionMap, Page extends Connection>(
      { concord }: ConcordDocument<Result, never, Fields, 'query'>,
      variables: { after?: string | null | undefined },
      connectionIn: (data: Told<Result, Fields>) => ConnectionIn<Page>,
      { partial = false, ...callOptions }: PageOptions = {},
    ) =>
      pagesOf(
        (after) =>
          ask<Told<Result, Fields>>(
            concord,
            after === undefined ? variables : { ...variables, after },
            callOptions,
          ),
        connectionIn,
        partial,
      ),
    mutate: (document, variables, { idempotencyKey = randomName(), ...callOptions } = {}) =>
      attempt(document.concord, variables, idempotencyKey, callOptions),
  };
}
