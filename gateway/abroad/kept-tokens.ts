import { performance } from 'node:perf_hooks';
import { LRUCache } from 'lru-cache';
import { hashOfToken } from '../../identity/caller-token.ts';

/** The token that goes to an agency for a caller, and its hash, to which everything else sent for them is bound. */
export interface Presented {
  token: string;
  hash: string;
}

/** The reason why there is nothing to present: its maker does not answer, or has refused the caller. */
export type NotPresented =
  | { kind: 'unavailable'; reason: string }
  | { kind: 'refused'; code: string; message: string };

/** A token that was just made, good for so many milliseconds. */
export type Obtained = { token: string; lifetime: number } | NotPresented;

export type Obtain = () => Promise<Obtained>;

interface Kept {
  presented: Presented;
  endsAt: number;
  /** True once somebody has asked for it since it came. */
  isAsked: boolean;
  /** True when it is to be renewed as soon as somebody asks. */
  isDue: boolean;
  cancel: () => void;
}

/** Does something after so many milliseconds, unless it is cancelled; no process goes on for its sake. */
export type Schedule = (work: () => void, milliseconds: number) => () => void;

const usualSchedule: Schedule = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds).unref();
  return () => clearTimeout(timer);
};

/** Milliseconds before its end in which a token is not sent any more: it must still be good when it arrives. */
const usualSpare = 5_000;

const mostKept = 10_000;

/**
 * Tokens for use abroad. The first request of a caller waits for one; from then on it is renewed in the background:
 *
 *     none -- obtained --> fresh -- half its life, asked for meanwhile --> renewing -- obtained --> fresh
 *                            |                                              |  ^
 *                            |                                       failed |  | asked for
 *                            |                                              v  |
 *                            +-- half its life, not asked for -------------> due -- its end --> none
 *
 * A key stands for caller's token, mandate and audience: what else is made once for the three of them has its place here.
 */
export class KeptTokens {
  readonly #now: () => number;
  readonly #spare: number;
  readonly #schedule: Schedule;
  readonly #kept = new LRUCache<string, Kept>({ max: mostKept, dispose: ({ cancel }) => cancel() });
  readonly #obtaining = new Map<string, Promise<Presented | NotPresented>>();

  constructor({ now = () => performance.now(), spare = usualSpare, schedule = usualSchedule } = {}) {
    this.#now = now;
    this.#spare = spare;
    this.#schedule = schedule;
  }

  /** At once when it is kept; two who wait for one wait together. */
  get(key: string, obtain: Obtain): Presented | Promise<Presented | NotPresented> {
    const kept = this.#kept.get(key);
    if (!kept || this.#now() >= kept.endsAt - this.#spare) return this.#obtain(key, obtain, true);
    kept.isAsked = true;
    if (kept.isDue) this.#renew(key, obtain);
    return kept.presented;
  }

  /** Lets go of all. */
  clear(): void {
    this.#kept.clear();
  }

  #obtain(key: string, obtain: Obtain, isAsked: boolean): Promise<Presented | NotPresented> {
    const underWay = this.#obtaining.get(key);
    if (underWay) return underWay;
    const begun = this.#now();
    const obtaining = obtain()
      .then((obtained) => {
        if (!('token' in obtained)) return obtained;
        const { token, lifetime } = obtained;
        const presented = { token, hash: hashOfToken(token) };
        const cancel = this.#schedule(() => this.#halfGone(key, obtain), lifetime / 2);
        this.#kept.set(key, { presented, endsAt: begun + lifetime, isAsked, isDue: false, cancel });
        return presented;
      })
      .finally(() => this.#obtaining.delete(key));
    this.#obtaining.set(key, obtaining);
    return obtaining;
  }

  #halfGone(key: string, obtain: Obtain): void {
    const kept = this.#kept.peek(key);
    if (!kept) return;
    if (kept.isAsked) this.#renew(key, obtain);
    else kept.isDue = true;
  }

  #renew(key: string, obtain: Obtain): void {
    const kept = this.#kept.peek(key);
    if (kept) kept.isDue = false;
    void this.#obtain(key, obtain, false).then((result) => {
      // The next who asks has it tried again; until its end the old one is as good as ever.
      if (kept && !('token' in result)) kept.isDue = true;
    });
  }
}
