import { TokenBucket } from 'limiter';
import type { Notes, RefusedLine } from '../stores/notes.ts';

/** What nobody who is known has signed. It is counted in memory: a stranger must not have a database written at will. */
export interface Strangers {
  refused(what: RefusedLine): void;
  /** Whether a receipt is signed for the next one. */
  mayBeAnswered(): boolean;
  /** Writes down what is counted. */
  flush(): Promise<void>;
}

const flushAfter = 1_000;
/** Of those between two writes so many are kept, the last. */
const mostKept = 10;
/** Enough for whoever has a key that is not pinned yet; what is beyond gets an answer without a receipt. */
const receipts = { bucketSize: 50, tokensPerInterval: 20, interval: 'second' } as const;

export function countStrangers(
  notes: Pick<Notes, 'refusedStrangers'>,
  onError: (error: unknown) => void,
): Strangers {
  const bucket = new TokenBucket(receipts);
  bucket.content = receipts.bucketSize;
  let count = 0;
  let last: RefusedLine[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const [counted, kept] = [count, last];
    count = 0;
    last = [];
    if (counted > 0) await notes.refusedStrangers(counted, kept);
  }
  return {
    refused(what) {
      count++;
      last = [...last.slice(1 - mostKept), what];
      timer ??= setTimeout(() => void flush().catch(onError), flushAfter).unref();
    },
    mayBeAnswered: () => bucket.tryRemoveTokens(1),
    flush,
  };
}
