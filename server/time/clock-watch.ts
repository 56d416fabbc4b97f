import type { Logger } from '../log.ts';

/** Milliseconds that the clocks of two processes may differ: tokens are good for 30 seconds. */
const mostApart = 30_000;

/** So many in a row are no accident, nor one old token that somebody sends again. */
const inARow = 3;

interface Watched {
  /** Milliseconds that the other clock is ahead. */
  ahead: number;
  apart: number;
  isReported: boolean;
}

/** A watch over the clocks of the processes that this one talks to. A difference is logged when it begins and when it ends. */
export class ClockWatch {
  readonly #log: Pick<Logger, 'warn' | 'info'>;
  readonly #now: () => number;
  readonly #watched = new Map<string, Watched>();

  constructor(log: Pick<Logger, 'warn' | 'info'>, now: () => number = Date.now) {
    this.#log = log;
    this.#now = now;
  }

  /**
   * Notes the time that another process has told a moment ago.
   * @param of whose clock it is, in words for an operator
   */
  observe(of: string, time: number): void {
    if (!Number.isFinite(time)) return;
    const before = this.#watched.get(of) ?? { ahead: 0, apart: 0, isReported: false };
    const ahead = time - this.#now();
    const apart = Math.abs(ahead) > mostApart ? before.apart + 1 : 0;
    const isReported = apart === 0 ? false : before.isReported || apart >= inARow;
    if (isReported && !before.isReported)
      this.#log.warn({ of, seconds: Math.round(ahead / 1000) }, 'clocks differ');
    if (before.isReported && !isReported) this.#log.info({ of }, 'clocks agree again');
    this.#watched.set(of, { ahead, apart, isReported });
  }

  /** In words for an operator. */
  warnings(): string[] {
    return [...this.#watched]
      .filter(([, { isReported }]) => isReported)
      .map(([of, { ahead }]) => {
        const seconds = Math.round(Math.abs(ahead) / 1000);
        return `the clock of ${of} is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} this one: set both by one source`;
      });
  }
}
