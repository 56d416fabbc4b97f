import type { OperationMap } from './document.ts';
import { ConcordError } from './errors/concord-error.ts';
import { checkedHeaders, traceHeaders } from './http/headers.ts';
import type { Limit } from './http/limit.ts';
import { post } from './http/post.ts';
import type { Received } from './http/received.ts';
import type { Observer } from './observer.ts';
import type { ClientOptions } from './options.ts';
import type { PendingToken, TokenSource } from './token.ts';

/** What all calls of a client share. */
export interface Calling extends Pick<ClientOptions, 'mandate' | 'traceparent'> {
  endpoint: string;
  tokens: TokenSource;
  deadline: number;
  retries: number;
  maxAnswerBytes: number;
  observe: Observer;
  fetch: typeof fetch;
}

/** What is the same in every attempt of a call. */
export interface Prepared {
  operation: OperationMap;
  requestId: string;
  headers: Record<string, string>;
  body: string;
  limit: Limit;
}

/** Told by reference: whether anything has left for the gateway, so that it may have been done. */
export interface Progress {
  isSent: boolean;
}

/** The token, waited for no longer than the call may take. One that hangs would otherwise stop every later call too. */
async function tokenWithin(limit: Limit, tokens: TokenSource, token: PendingToken): Promise<string> {
  try {
    return await limit.within(token.promise);
  } catch (error) {
    tokens.giveUp(token);
    throw error;
  }
}

/**
 * Sends a request once.
 * @param number counts the attempts of a call, from 0
 * @returns what was answered, and the token that it was sent with
 */
export async function attempt(
  calling: Calling,
  { operation, requestId, headers, body, limit }: Prepared,
  number: number,
  progress: Progress,
): Promise<{ received: Received; token: PendingToken }> {
  const { tokens, observe, endpoint, maxAnswerBytes, traceparent, fetch } = calling;
  const { signal } = limit;
  const token = tokens.current();
  const bearer = token.value ?? (await tokenWithin(limit, tokens, token));
  const sent = {
    ...checkedHeaders({ authorization: `Bearer ${bearer}` }),
    ...headers,
    ...traceHeaders(traceparent),
    'content-type': 'application/json',
    accept: 'application/json',
  };
  signal.throwIfAborted();
  const told = { operation: operation.name, requestId, attempt: number };
  const started = performance.now();
  const milliseconds = () => performance.now() - started;
  progress.isSent = true;
  observe({ kind: 'sent', ...told });
  try {
    const received = await post({ endpoint, headers: sent, body, requestId, signal, maxAnswerBytes, fetch });
    const codes = received.errors.map(({ extensions }) => extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    observe({ kind: 'answered', ...told, status: received.status, codes, milliseconds: milliseconds() });
    return { received, token };
  } catch (error) {
    if (error instanceof ConcordError)
      observe({ kind: 'failed', ...told, code: error.problem.code, milliseconds: milliseconds() });
    throw error;
  }
}
