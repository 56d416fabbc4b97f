import type { Around } from './around.ts';
import { ConcordError } from './errors/concord-error.ts';
import type { Mandate } from './mandate.ts';
import type { Observer } from './observer.ts';
import type { Token } from './token.ts';

/** The numbers of a client that gives none: milliseconds of a call, times that a query is asked again, and bytes of an answer. */
export const callDefaults = { deadline: 30_000, retries: 2, maxAnswerBytes: 16 * 1024 * 1024 } as const;

/** Settings of a client. */
export interface ClientOptions {
  /**
   * The gateway's address, such as `https://concord.example/graphql`; in a browser a path of the page's own origin will do.
   * Anything but HTTPS is refused, except to this machine.
   */
  readonly endpoint: string | URL;
  readonly token: Token;
  /** The mandate that you act under; a call can have another. */
  readonly mandate: Mandate;
  /** Longest time of a call with everything it does, in milliseconds; 30,000 unless given, some 24 days at most. */
  readonly deadline?: number | undefined;
  /** Number of times that a query is asked again; 2 unless given. */
  readonly retries?: number | undefined;
  /** The largest answer that is read, in bytes after decompression; 16 MiB unless given. */
  readonly maxAnswerBytes?: number | undefined;
  /** Receives each event of a request, for logs and measures. */
  readonly observe?: Observer | undefined;
  /** Runs around each attempt; for the spans of a tracer. */
  readonly around?: Around | undefined;
  /** Allows `http:` to another machine, where the network itself is trusted. */
  readonly allowHttp?: boolean | undefined;
  /** Used instead of the runtime's own. */
  readonly fetch?: typeof fetch | undefined;
}

/** Settings of one call, which replace the client's. */
export interface CallOptions {
  readonly mandate?: Mandate | undefined;
  /** Milliseconds. */
  readonly deadline?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly retries?: number | undefined;
  /** 8 to 64 letters, digits or hyphens; made unless given. It names the request in the gateway's logs. */
  readonly requestId?: string | undefined;
  /**
   * The trace that the call belongs to (W3C Trace Context), such as that of the request which you answer with it. Headers that
   * `around` sends go before it; one that is malformed is not sent.
   */
  readonly traceparent?: string | undefined;
}

/** Settings of one mutation, which replace the client's. */
export interface MutationOptions extends Omit<CallOptions, 'retries'> {
  /**
   * 8 to 100 letters, digits, hyphens or underscores; made unless given. Keep one of your own with your record of the action to
   * be able to ask again after your process has ended.
   */
  readonly idempotencyKey?: string | undefined;
}

const atLeast = (least: number) => (value: number) => Number.isSafeInteger(value) && value >= least;

const numbers = {
  deadline: { is: (value: number) => Number.isFinite(value) && value > 0, what: 'a number above 0' },
  retries: { is: atLeast(0), what: 'a whole number from 0' },
  maxAnswerBytes: { is: atLeast(1), what: 'a whole number from 1' },
} as const;

/**
 * Checks the numbers that are given: a limit that is none would let everything pass.
 * @throws ConcordError INVALID_OPTION
 */
export function checkNumbers(
  options: { readonly [name in keyof typeof numbers]?: number | undefined },
): void {
  for (const [name, { is, what }] of Object.entries(numbers)) {
    const value = options[name as keyof typeof numbers];
    if (value !== undefined && !is(value))
      throw new ConcordError({ code: 'INVALID_OPTION' }, `\`${name}\` must be ${what}.`);
  }
}
