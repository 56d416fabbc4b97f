import { TokenBucket } from 'limiter';
import type { Notes, RefusedLine } from '../stores/notes.ts';

/** The most lines that are kept of those between two writes: the last. */
const mostKept = 10;
/** Enough for a peer whose key is not pinned yet; a stranger beyond that gets an answer without a receipt. */
const receipts = { bucketSize: 50, tokensPerInterval: 20, interval: 'second' } as const;

type StrangersState =
  | { kind: 'QUIET' }
  | { kind: 'COUNTING'; count: number; last: RefusedLine[]; timer: NodeJS.Timeout };

export interface StrangersOptions {
  onError: (error: unknown) => void;
  /** Milliseconds until counted lines are written. */
  flushAfter?: number;
}

/**
 * Counter for lines that no known agency has signed. It counts in memory: a stranger must not have a database written at will.
 *
 *     QUIET    -- refused -------------> COUNTING
 *     COUNTING -- refused -------------> COUNTING
 *     COUNTING -- a second, or flush --> QUIET, and the count is written
 */
export class Strangers {
  readonly #notes: Pick<Notes, 'refusedStrangers'>;
  readonly #onError: (error: unknown) => void;
  readonly #flushAfter: number;
  readonly #bucket = new TokenBucket(receipts);
  #state: StrangersState = { kind: 'QUIET' };

  constructor(notes: Pick<Notes, 'refusedStrangers'>, { onError, flushAfter = 1_000 }: StrangersOptions) {
    this.#notes = notes;
    this.#onError = onError;
    this.#flushAfter = flushAfter;
    this.#bucket.content = receipts.bucketSize;
  }

  refused(line: RefusedLine): void {
    const { count, last, timer } = this.#state.kind === 'COUNTING' ? this.#state : this.#begin();
    this.#state = { kind: 'COUNTING', count: count + 1, last: [...last.slice(1 - mostKept), line], timer };
  }

  /** Tells whether a receipt is signed for the next one. */
  mayBeAnswered(): boolean {
    return this.#bucket.tryRemoveTokens(1);
  }

  /** Writes the count down. */
  async flush(): Promise<void> {
    const state = this.#state;
    if (state.kind === 'QUIET') return;
    clearTimeout(state.timer);
    this.#state = { kind: 'QUIET' };
    await this.#notes.refusedStrangers(state.count, state.last);
  }

  #begin(): { count: number; last: RefusedLine[]; timer: NodeJS.Timeout } {
    const flush = () => void this.flush().catch(this.#onError);
    return { count: 0, last: [], timer: setTimeout(flush, this.#flushAfter).unref() };
  }
}
