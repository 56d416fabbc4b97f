import { type Sent, sendWithin } from './around.ts';
import type { ClientOptions } from './call-options.ts';
import type { OperationMap } from './document/operation-map.ts';
import { ConcordError } from './errors/concord-error.ts';
import type { Limit } from './http/limit.ts';
import { post } from './http/post.ts';
import type { Received } from './http/received.ts';
import { tell } from './observer.ts';
import { type PendingToken, type TokenSource, tokenWithin } from './token.ts';

/** The settings that all calls of a client share. */
export interface Calling extends Pick<ClientOptions, 'mandate' | 'observe' | 'around'> {
  endpoint: string;
  tokens: TokenSource;
  deadline: number;
  retries: number;
  maxAnswerBytes: number;
  fetch: typeof fetch;
}

/** The parts of a call that are the same in every attempt. */
export interface Prepared {
  operation: OperationMap;
  requestId: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  limit: Limit;
}

/** Told by reference: whether anything has left for the gateway, so that it may have been done. */
export interface Progress {
  isSent: boolean;
}

const codesOf = ({ errors }: Received): string[] =>
  errors.map(({ extensions }) => extensions?.code ?? 'INTERNAL_SERVER_ERROR');

/** Sends a request, and tells the observer and the code that runs around it. */
function sendObserved(
  { observe, around }: Calling,
  { operation, requestId, limit }: Prepared,
  number: number,
  send: (trace?: Record<string, string>) => Promise<Received>,
): Promise<Received> {
  const told = { operation: operation.name, requestId, attempt: number };
  const sendTold = async (trace?: Record<string, string>): Promise<Sent & { received: Received }> => {
    limit.signal.throwIfAborted();
    const started = performance.now();
    const milliseconds = () => performance.now() - started;
    tell(observe, { kind: 'sent', ...told });
    try {
      const received = await send(trace);
      const answered = { status: received.status, codes: codesOf(received) };
      tell(observe, { kind: 'answered', ...told, ...answered, milliseconds: milliseconds() });
      return { ...answered, received };
    } catch (error) {
      if (error instanceof ConcordError)
        tell(observe, { kind: 'failed', ...told, code: error.problem.code, milliseconds: milliseconds() });
      throw error;
    }
  };
  const sent = around ? sendWithin(around, { ...told, kind: operation.kind }, limit, sendTold) : sendTold();
  return sent.then(({ received }) => received);
}

/**
 * Sends a request once.
 * @param number counts what is sent for a call, from 0
 * @returns what was answered, and the token that it was sent with
 */
export async function attempt(
  calling: Calling,
  prepared: Prepared,
  number: number,
  progress: Progress,
): Promise<{ received: Received; token: PendingToken }> {
  const { tokens, endpoint, maxAnswerBytes, fetch, observe, around } = calling;
  const { requestId, headers, body, limit } = prepared;
  const { signal } = limit;
  const token = tokens.current();
  const authorization = `Bearer ${token.value ?? (await tokenWithin(limit, tokens, token))}`;
  signal.throwIfAborted();
  const send = (trace?: Record<string, string>) => {
    progress.isSent = true;
    const all = { ...headers, authorization, ...trace };
    return post({ endpoint, headers: all, body, requestId, signal, maxAnswerBytes, fetch });
  };
  const received = await (observe || around ? sendObserved(calling, prepared, number, send) : send());
  return { received, token };
}
