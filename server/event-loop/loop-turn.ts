import { performance } from 'node:perf_hooks';
import { loopMeter, type Spend } from './loop-meter.ts';

/** Milliseconds that long work keeps the event loop to itself. */
const longest = 5;

/**
 * The turn that the event loop has given to whatever runs now: one for a process, since it has one loop. Long work asks it again and
 * again, and lets the loop go once the turn is over, so that nobody else waits for long.
 *
 *     idle -- first asked --> begun -- 5 ms --> over -- the loop goes round --> idle
 */
class LoopTurn {
  #begun: number | undefined;
  /** The last of those who wait to go on alone. */
  #last = Promise.resolve();

  readonly #end = (): void => {
    this.#begun = undefined;
  };

  /** Costs a look at the clock. */
  isOver(): boolean {
    const now = performance.now();
    if (this.#begun === undefined) {
      this.#begun = now;
      setImmediate(this.#end);
      return false;
    }
    return now - this.#begun >= longest;
  }

  /**
   * Waits until the loop has gone round: until what has arrived meanwhile had its turn.
   * @param spend see `loopMeter`: whoever takes the time of what follows
   */
  next(spend?: Spend): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        loopMeter.isFor(spend);
        resolve();
      });
    });
  }

  /**
   * Waits until the loop has gone round, and of those who wait so one alone goes on, in the order in which they came: what follows is long, and many
   * of them in one round would keep everybody waiting.
   * @param spend see `next`
   */
  alone(spend?: Spend): Promise<void> {
    this.#last = this.#last.then(() => this.next(spend));
    return this.#last;
  }
}

export const loopTurn = new LoopTurn();
