import { ConcordError } from './errors/concord-error.ts';
import { isSendable } from './http/header-value.ts';
import type { Limit } from './http/limit.ts';

/**
 * The token of your agency's identity provider, or a function that gets one. It is kept until the gateway refuses it: the
 * gateway decides when a token has expired, never this machine's clock.
 */
export type Token = string | (() => string | Promise<string>);

/** One token, or the wait for it. It is told apart by identity, so that a token is given up once. */
export interface PendingToken {
  /** Rejects with TOKEN_FAILED. */
  readonly promise: Promise<string>;
  /** There once it has come, so that nobody waits for what is there. */
  value: string | undefined;
  /** Number of calls that wait for it now. */
  waiting: number;
}

export interface TokenSource {
  /** The token that all requests share at the moment. */
  current(): PendingToken;
  /**
   * Gives a token up, unless another has taken its place already: many requests that are refused at once ask for one new
   * token together.
   * @returns whether there can be another
   */
  giveUp(token: PendingToken): boolean;
}

/** A token as it is sent: the end of a line after it is no part of it. */
const trimmed = (token: unknown): unknown => (typeof token === 'string' ? token.trim() : token);

/** One that no header can carry would fail every request, so it is not kept. No message repeats it. */
function given(answered: unknown): string {
  const token = trimmed(answered);
  if (isSendable(token)) return token;
  const what = token ? 'what no header can carry' : 'no token';
  throw new ConcordError({ code: 'TOKEN_FAILED' }, `The token function gave ${what}.`);
}

function failed(cause: unknown): never {
  if (cause instanceof ConcordError) throw cause;
  throw new ConcordError({ code: 'TOKEN_FAILED' }, 'The token function failed.', { cause });
}

/** @throws ConcordError INVALID_OPTION */
function checked(token: Token): Token {
  if (typeof token === 'function' || isSendable(trimmed(token))) return token;
  throw new ConcordError({ code: 'INVALID_OPTION' }, '`token` is neither a token nor a function.');
}

/**
 * Waits for a token no longer than the call may take. One that hangs would stop every later call, so it is given up with the
 * first deadline that it lets pass; a caller who leaves before gives it up only where nobody else waits.
 */
export async function tokenWithin(limit: Limit, tokens: TokenSource, token: PendingToken): Promise<string> {
  token.waiting += 1;
  try {
    return await limit.within(token.promise);
  } catch (error) {
    const isLeft = error instanceof ConcordError && error.problem.code === 'ABORTED';
    if (!isLeft || token.waiting === 1) tokens.giveUp(token);
    throw error;
  } finally {
    token.waiting -= 1;
  }
}

/** @throws ConcordError INVALID_OPTION for a token that is none */
export function tokenSource(token: Token): TokenSource {
  const source = checked(token);
  let shared: PendingToken | undefined;
  const ask = async () => given(typeof source === 'string' ? source : await source());
  const giveUp = (refused: PendingToken) => {
    if (shared === refused) shared = undefined;
    return typeof source === 'function';
  };
  return {
    current() {
      if (shared) return shared;
      const asked: PendingToken = { promise: ask().catch(failed), value: undefined, waiting: 0 };
      asked.promise.then(
        (value) => {
          asked.value = value;
        },
        // Every waiting request is told; the next request asks anew.
        () => giveUp(asked),
      );
      shared = asked;
      return asked;
    },
    giveUp,
  };
}
