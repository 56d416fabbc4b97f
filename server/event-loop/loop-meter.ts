import { performance } from 'node:perf_hooks';

/** Is told milliseconds of the event loop. */
export type Spend = (milliseconds: number) => void;

declare module 'fastify' {
  interface FastifyRequest {
    /** Takes the time of the event loop that a request needs before its caller is known; absent where nobody has limits. */
    spend?: Spend;
  }
}

/**
 * Measures for whom the event loop works. Whoever is named before a piece of work is told how long it took: until another one is
 * named, or until the loop has gone round. Work that nobody is named for is told to nobody.
 *
 *     idle -- for one --> counting -- for another -------> counting, and the one is told
 *                                  -- loop goes round --> idle, and the last is told
 *
 * One for a process, since it has one loop. Naming costs two looks at the clock, whatever the work is.
 */
class LoopMeter {
  #spend: Spend | undefined;
  #since = 0;

  readonly #end = (): void => {
    this.#tell(performance.now());
    this.#spend = undefined;
  };

  /** @param spend undefined where nobody is to be told, as where nobody has limits */
  isFor(spend: Spend | undefined): void {
    if (!spend) return;
    const now = performance.now();
    if (this.#spend) this.#tell(now);
    else setImmediate(this.#end);
    this.#spend = spend;
    this.#since = now;
  }

  #tell(now: number): void {
    this.#spend?.(now - this.#since);
  }
}

export const loopMeter = new LoopMeter();
