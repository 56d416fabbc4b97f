import { long } from '../../../../support/long.ts';

class Killed extends Error {}

/** A process ends after each call; in the long run before each one too, which is after the one before it. */
export const isAlwaysAfter: boolean = long.times(1, 0) === 1;

/** Ends a process at one call of a store: before it, or when it is done and nobody knows. */
export class Killer {
  #calls = 0;
  #at: number | undefined;
  #isAfter = false;
  #isDead = false;
  kills = 0;
  most = 0;

  /** The calls of the last piece of work that came to its end. */
  get calls(): number {
    return this.#calls;
  }

  /** Does a piece of work as a process that ends at this call, and then as one that was started again. */
  async twice<Result>(at: number, isAfter: boolean, work: () => Promise<Result>): Promise<Result> {
    [this.#calls, this.#at, this.#isAfter, this.#isDead] = [0, at, isAfter, false];
    try {
      const result = await work();
      this.most = Math.max(this.most, this.#calls);
      this.#at = undefined;
      return result;
    } catch (error) {
      if (!this.#isDead) throw error;
      this.kills++;
      this.#at = undefined;
      this.#isDead = false;
      return work();
    }
  }

  /** @param counts the names of the methods whose calls count */
  watch<Store extends object>(store: Store, counts: (name: string) => boolean = () => true): Store {
    const killer = this;
    return new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || !counts(String(name))) return method;
        return (...given: unknown[]) => {
          const before = killer.#next();
          if (before === 'BEFORE') throw new Killed();
          const result: unknown = method.apply(target, given);
          if (!(result instanceof Promise)) return result;
          return result.then((value) => {
            if (before === 'AFTER') {
              killer.#isDead = true;
              throw new Killed();
            }
            return value;
          });
        };
      },
    });
  }

  #next(): 'BEFORE' | 'AFTER' | undefined {
    // Whoever is dead does nothing more.
    if (this.#isDead) throw new Killed();
    const call = this.#calls++;
    if (call !== this.#at) return undefined;
    if (this.#isAfter) return 'AFTER';
    this.#isDead = true;
    return 'BEFORE';
  }
}
