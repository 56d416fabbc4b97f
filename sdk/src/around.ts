import { isSendable } from './http/header-value.ts';
import type { Limit } from './http/limit.ts';

/** One attempt of a call, before it is sent. */
export interface Attempt {
  readonly operation: string;
  readonly kind: 'query' | 'mutation';
  readonly requestId: string;
  /** Counts what is sent for one call, from 0. */
  readonly attempt: number;
}

/** The outcome of an attempt: an answer, whatever it says. */
export interface Sent {
  /** HTTP status. */
  readonly status: number;
  /** Codes of the errors in the answer, in order. */
  readonly codes: readonly string[];
}

/** The headers of a trace (W3C Trace Context); others are not sent. */
export interface TraceHeaders {
  readonly traceparent?: string | undefined;
  readonly tracestate?: string | undefined;
}

/**
 * Runs around an attempt, such as to make a span of it. It calls `send` with the headers of its trace; the promise that it gets
 * rejects with a `ConcordError` when no answer came. It changes nothing of the call: what it throws is dropped, and where it has
 * not sent anything by its end, the attempt is sent without it.
 */
export type Around = (attempt: Attempt, send: (headers?: TraceHeaders) => Promise<Sent>) => unknown;

const traceparentForm = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Headers of a trace. A malformed trace sends nothing, since it is never worth losing a request. */
export function traceHeaders({ traceparent, tracestate }: TraceHeaders): Record<string, string> {
  if (typeof traceparent !== 'string' || !traceparentForm.test(traceparent)) return {};
  return isSendable(tracestate) ? { traceparent, tracestate } : { traceparent };
}

/**
 * Sends an attempt with what its caller runs around it.
 * @param send is called once, with the headers of the trace
 */
export function sendWithin<T extends Sent>(
  around: Around,
  attempt: Attempt,
  { signal }: Limit,
  send: (headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let sending: Promise<T> | undefined;
    const once = (headers: TraceHeaders = {}): Promise<T> => {
      if (!sending) {
        sending = send(traceHeaders(headers));
        sending.then(resolve, reject);
      }
      return sending;
    };
    const told = (headers?: TraceHeaders) => {
      const sent = once(headers).then(({ status, codes }) => ({ status, codes }));
      // Who does not wait for it has not left an error unhandled.
      sent.catch(() => undefined);
      return sent;
    };
    const otherwise = () => void once();
    // One that never sends ends with the call.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    Promise.resolve()
      .then(() => around(attempt, told))
      .then(otherwise, otherwise);
  });
}
