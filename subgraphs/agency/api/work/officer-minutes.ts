import { performance } from 'node:perf_hooks';
import { LRUCache } from 'lru-cache';

const minute = 60_000;

/** Far more officers than are at work in a minute. */
const mostOfficers = 10_000;

/** The work that was done for an officer, in objects: all of it, and that of operations which count. */
interface Done {
  since: number;
  all: number;
  counted: number;
}

/** The work that a process has done for each officer, in minutes that begin with their first operation. */
export class OfficerMinutes {
  readonly #most: number;
  readonly #now: () => number;
  readonly #of = new LRUCache<string, Done>({ max: mostOfficers });

  /**
   * @param most objects of one officer in a minute, of operations that count
   * @param now milliseconds on a stopwatch
   */
  constructor(most: number, now: () => number = () => performance.now()) {
    this.#most = most;
    this.#now = now;
  }

  /** True for an officer for whom as much was done in this minute as may be. */
  hasSpent(officer: string): boolean {
    return (this.#known(officer)?.counted ?? 0) >= this.#most;
  }

  /** Objects of an officer's operations in this minute. */
  workFor(officer: string): number {
    return this.#known(officer)?.all ?? 0;
  }

  /** @param isCounted the operation is one that counts, and is not for the order of turns alone */
  count(officer: string, objects: number, isCounted: boolean): void {
    const done = this.#known(officer) ?? { since: this.#now(), all: 0, counted: 0 };
    done.all += objects;
    if (isCounted) done.counted += objects;
    this.#of.set(officer, done);
  }

  #known(officer: string): Done | undefined {
    const done = this.#of.get(officer);
    return done && this.#now() - done.since < minute ? done : undefined;
  }
}
