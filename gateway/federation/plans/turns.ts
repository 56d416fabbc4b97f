interface Caller {
  underWay: number;
  /** Those who wait, each to be given the turn. */
  waiting: (() => void)[];
}

/**
 * Lets so many tasks of one caller go at a time. Others of theirs wait for their turn, in the order in which they came, so that a caller
 * who asks for much at once is answered and keeps only themselves waiting.
 */
export class Turns {
  readonly #atATime: number;
  readonly #callers = new Map<string, Caller>();

  constructor(atATime: number) {
    this.#atATime = atATime;
  }

  /**
   * Waits for a caller's turn.
   * @param patience milliseconds that it may take
   * @returns what ends the turn, to be called once; undefined if it has not come
   */
  async take(name: string, patience: number): Promise<(() => void) | undefined> {
    const caller = this.#callers.get(name) ?? { underWay: 0, waiting: [] };
    this.#callers.set(name, caller);
    if (caller.underWay < this.#atATime) caller.underWay += 1;
    else if (!(await this.#waits(caller, patience))) return undefined;
    return () => this.#end(name, caller);
  }

  #waits({ waiting }: Caller, patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const begin = () => {
        clearTimeout(overdue);
        resolve(true);
      };
      const overdue = setTimeout(() => {
        waiting.splice(waiting.indexOf(begin), 1);
        resolve(false);
      }, patience);
      waiting.push(begin);
    });
  }

  /** The next of the caller's takes the place, if one waits. */
  #end(name: string, caller: Caller): void {
    const next = caller.waiting.shift();
    if (next) next();
    else caller.underWay -= 1;
    if (caller.underWay === 0) this.#callers.delete(name);
  }
}
