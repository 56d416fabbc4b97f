import { TokenBucket } from 'limiter';
import type { Spend } from '../../server/event-loop/loop-meter.ts';

/** The part of a minute's time that may be spent at once. */
const atOnce = 1 / 3;

/**
 * The time of the gateway's event loop that one caller may spend, as it was measured. What a request takes is known only afterwards:
 * there may be a debt, and whoever has one waits until it is paid.
 */
export class LoopTime {
  readonly #bucket: TokenBucket;
  readonly #aMinute: number;

  /** @param secondsAMinute what one gets in a minute */
  constructor(secondsAMinute: number) {
    this.#aMinute = secondsAMinute * 1_000;
    const bucketSize = this.#aMinute * atOnce;
    this.#bucket = new TokenBucket({ bucketSize, tokensPerInterval: this.#aMinute, interval: 'minute' });
    this.#bucket.content = bucketSize;
  }

  readonly spend: Spend = (milliseconds) => {
    this.#bucket.drip();
    // Nobody is kept out for long by what was spent while they were.
    this.#bucket.content = Math.max(this.#bucket.content - milliseconds, -this.#bucket.bucketSize);
  };

  /** Whole seconds until the debt is paid; 0 without one. */
  get secondsOfDebt(): number {
    this.#bucket.drip();
    const { content } = this.#bucket;
    return content >= 0 ? 0 : Math.ceil((-content * 60) / this.#aMinute);
  }
}
