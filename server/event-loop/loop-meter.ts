import { performance } from 'node:perf_hooks';

/** Is told milliseconds of the event loop. */
export type Spend = (milliseconds: number) => void;

declare module 'fastify' {
  interface FastifyRequest {
    /** Takes the time of the event loop that a request needs before its caller is known; absent where nobody has limits. */
    spend?: Spend;
  }
}

const tellsNobody: Spend = () => undefined;

/**
 * Measures for whom the event loop works. Whoever is named before a piece of work is told how long the loop was at work until another one
 * was named. The time for which it waited is nobody's, and so is what it does for connections before a caller is known.
 *
 *     idle -- for one --> counting -- for another --> counting, and the one is told
 *
 * One for a process, since it has one loop.
 */
class LoopMeter {
  #spend: Spend | undefined;
  #since = 0;

  /** Names nobody for what comes next. A new connection, or the head of a request, is not the work of whoever was named last. */
  isForNobody(): void {
    if (this.#spend !== tellsNobody) this.isFor(tellsNobody);
  }

  /** @param spend undefined where nobody is to be told, as where nobody has limits */
  isFor(spend: Spend | undefined): void {
    if (!spend) return;
    const { active } = performance.eventLoopUtilization();
    this.#spend?.(active - this.#since);
    this.#spend = spend;
    this.#since = active;
  }
}

export const loopMeter = new LoopMeter();
