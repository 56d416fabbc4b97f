import { TokenBucket } from 'limiter';
import { LRUCache } from 'lru-cache';
import type { Spend } from '../../server/event-loop/loop-meter.ts';
import { tooManyRequests } from '../../server/too-many-requests.ts';
import { officerKey, type Viewer } from '../../terms/viewer.ts';
import { LoopTime } from './loop-time.ts';

export interface CallerLimitsOptions {
  /** Requests of one caller that may be under way. */
  atATime: number;
  /** Most that one caller's operations may cost in a minute; a caller who was idle may spend a minute's at once. */
  costAMinute: number;
  /** Seconds of the event loop that one caller's requests may take in a minute, whatever they cost by their kind. */
  secondsAMinute: number;
}

/** One caller's requests under way, and the cost and the time that they may still spend. */
interface Spending {
  underWay: number;
  bucket: TokenBucket;
  time: LoopTime;
}

/** Cost of each request beside its operation: even a wrong one must be parsed, and its faults told. */
export const costOfRequest = 50;

/** An officer; undefined for all together who have shown no token, and may read the schema of a stack in development. */
export type Payer = Pick<Viewer, 'agency' | 'subject'> | undefined;

const strangers = 'strangers';

/** Far more than officers of both agencies at work; who stays away longest is forgotten first. */
const mostCallers = 20_000;

/**
 * Limits of one caller at this gateway: requests at a time and cost a minute, so that nobody's queries keep others
 * waiting. A caller is an officer of an agency, whatever tokens and connections they use. Each gateway counts for
 * itself.
 */
export class CallerLimits {
  readonly #options: CallerLimitsOptions;
  readonly #callers = new LRUCache<string, Spending>({ max: mostCallers });

  constructor(options: CallerLimitsOptions) {
    this.#options = options;
  }

  /** The cost that a caller has spent and has not got back yet. @param caller as `officerKey` names them */
  spentBy(caller: string): number {
    const bucket = this.#callers.peek(caller)?.bucket;
    if (!bucket) return 0;
    bucket.drip();
    return this.#options.costAMinute - bucket.content;
  }

  #of(payer: Payer): Spending {
    const key = payer ? officerKey(payer) : strangers;
    const known = this.#callers.get(key);
    if (known) return known;
    const { costAMinute, secondsAMinute } = this.#options;
    const bucket = new TokenBucket({
      bucketSize: costAMinute,
      tokensPerInterval: costAMinute,
      interval: 'minute',
    });
    bucket.content = costAMinute;
    const spending = { underWay: 0, bucket, time: new LoopTime(secondsAMinute) };
    this.#callers.set(key, spending);
    return spending;
  }

  /** False for a caller whose next request is refused, whatever it is. */
  mayBegin(payer: Payer): boolean {
    const { underWay, bucket, time } = this.#of(payer);
    bucket.drip();
    return underWay < this.#options.atATime && bucket.content >= costOfRequest && time.secondsOfDebt === 0;
  }

  /** Takes time of the event loop that a caller's request was measured to take. */
  spendOf(payer: Payer): Spend {
    return this.#of(payer).time.spend;
  }

  /**
   * Begins a request, and takes its cost.
   * @param costOfBody what its body costs beside it
   * @returns what ends it, to be called once
   * @throws TOO_MANY_REQUESTS
   */
  begin(payer: Payer, costOfBody = 0): () => void {
    const spending = this.#of(payer);
    const { atATime } = this.#options;
    if (spending.underWay >= atATime)
      throw tooManyRequests(`You have ${atATime} requests under way. Wait until one of them is answered.`, 1);
    const seconds = spending.time.secondsOfDebt;
    if (seconds > 0)
      throw tooManyRequests(
        `Your requests of the last minute took this gateway too long together. Ask again in ${seconds} s, or for less at once.`,
        seconds,
      );
    this.charge(payer, costOfRequest + costOfBody);
    spending.underWay += 1;
    return () => {
      spending.underWay -= 1;
    };
  }

  /** Takes the cost of work that was done, as far as its caller has something left. */
  takeWhatIsLeft(payer: Payer, cost: number): void {
    const { bucket } = this.#of(payer);
    bucket.drip();
    bucket.tryRemoveTokens(Math.min(cost, Math.floor(bucket.content)));
  }

  /**
   * Takes the cost of validating a document from what its caller may spend. It has been parsed by then, and so a caller who cannot
   * pay for it has nothing left afterwards: else parsing alone could be had without end.
   * @throws TOO_MANY_REQUESTS
   */
  chargeReading(payer: Payer, cost: number): void {
    try {
      this.charge(payer, cost);
    } catch (error) {
      this.takeWhatIsLeft(payer, cost);
      throw error;
    }
  }

  /**
   * Takes the cost of an operation from what its caller may spend.
   * @throws TOO_MANY_REQUESTS, and takes nothing
   */
  charge(payer: Payer, cost: number): void {
    const { bucket } = this.#of(payer);
    // No limit on documents lets one through that costs more than a minute's, unless both were set so.
    const taken = Math.min(cost, this.#options.costAMinute);
    if (bucket.tryRemoveTokens(taken)) return;
    const seconds = Math.max(1, Math.ceil(bucket.getWaitTime(taken) / 1_000));
    throw tooManyRequests(
      `Your queries of the last minute were too expensive together. Ask again in ${seconds} s, or for less at once.`,
      seconds,
    );
  }
}
