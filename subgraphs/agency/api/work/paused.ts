import { loopTurn } from '../../../../server/event-loop/loop-turn.ts';

/** The operation whose fields and reads wait. */
export interface Going {
  /** False while it waits for a turn in a lane, and once it is stopped. */
  isFree(): boolean;
  /** Waits until it may work for another turn of the event loop. */
  untilNextTurn(): Promise<void>;
  /** Told when a turn begins, and when all fields have gone on. */
  goesOn(): void;
}

/** The fields and the reads of one operation that wait: fields for a turn of the event loop or in a lane, and reads for the fields. */
export class Paused {
  readonly #going: Going;
  #fields: (() => void)[] = [];
  #reads: (() => void)[] = [];
  #isGoingOn = false;
  #isDropped = false;

  constructor(going: Going) {
    this.#going = going;
  }

  /** Waits until a field may go on: never, once they are dropped. */
  field(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#isDropped) return;
      this.#fields.push(resolve);
      if (!this.#isGoingOn && this.#going.isFree()) void this.#goOn();
    });
  }

  /** Has a read begin once no field waits any more to ask for something more of it. */
  read(read: () => void): void {
    this.#reads.push(read);
    if (this.#reads.length === 1) this.#readSoon();
  }

  /** Goes on with all of them, once the operation is free again. */
  goOn(): void {
    if (this.#isGoingOn) return;
    if (this.#fields.length > 0) void this.#goOn();
    else this.#readSoon();
  }

  /** Begins anew, as for a mutation whose caller hung up before it was run. */
  begin(): void {
    this.#isDropped = false;
  }

  /** None of them goes on any more. */
  drop(): void {
    this.#isDropped = true;
    this.#fields = [];
    this.#reads = [];
  }

  /** Lets fields go on one after the other, each with what follows from it, a turn of the loop at a time. */
  async #goOn(): Promise<void> {
    this.#isGoingOn = true;
    while (this.#fields.length > 0) {
      await this.#going.untilNextTurn();
      if (!this.#going.isFree()) break;
      await this.#goOnForATurn();
    }
    this.#isGoingOn = false;
    if (!this.#going.isFree()) return;
    this.#going.goesOn();
    this.#readSoon();
  }

  async #goOnForATurn(): Promise<void> {
    const fields = this.#fields;
    this.#fields = [];
    this.#going.goesOn();
    let next = 0;
    do {
      fields[next]?.();
      next += 1;
      // What follows from it comes before the next one.
      await undefined;
    } while (next < fields.length && !loopTurn.isOver() && this.#going.isFree());
    if (this.#isDropped) return;
    const before = fields.slice(next);
    this.#fields = before.length > 0 ? before.concat(this.#fields) : this.#fields;
  }

  /** Reads after all that follows from what has just gone on, as DataLoader does. */
  #readSoon(): void {
    if (this.#reads.length === 0) return;
    void Promise.resolve().then(() =>
      process.nextTick(() => {
        if (this.#fields.length > 0 || this.#isGoingOn || !this.#going.isFree()) return;
        const reads = this.#reads;
        this.#reads = [];
        for (const read of reads) read();
      }),
    );
  }
}
