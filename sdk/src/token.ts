import { ConcordError } from './errors/concord-error.ts';

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

function checked(token: unknown): string {
  if (typeof token === 'string' && token.trim() !== '') return token.trim();
  throw new ConcordError({ code: 'TOKEN_FAILED' }, 'The token function gave no token.');
}

function failed(cause: unknown): never {
  if (cause instanceof ConcordError) throw cause;
  throw new ConcordError({ code: 'TOKEN_FAILED' }, 'The token function failed.', { cause });
}

export function tokenSource(token: Token): TokenSource {
  let shared: PendingToken | undefined;
  const ask = async () => checked(typeof token === 'string' ? token : await token());
  const giveUp = (given: PendingToken) => {
    if (shared === given) shared = undefined;
    return typeof token === 'function';
  };
  return {
    current() {
      if (shared) return shared;
      const asked: PendingToken = { promise: ask().catch(failed), value: undefined };
      asked.promise.then(
        (value) => {
          asked.value = value;
        },
        // Whoever waits for it is told; the next request asks anew.
        () => giveUp(asked),
      );
      shared = asked;
      return asked;
    },
    giveUp,
  };
}
