export interface TurnBounds {
  /** Requests that are under way at a time, and that are begun in one turn of the event loop. */
  atOnce: number;
  /** Requests of one address, under way and waiting. */
  ofAddress: number;
  /** Requests that wait, of all addresses. */
  waiting: number;
}

interface Waiting {
  begin: () => void;
  refuse: () => void;
}

/**
 * Gives the requests of some path their turns, before anything of them is read. A few are under way at a time, and a few wait. Addresses
 * take turns, and where no more can wait, the address with the most waiting gives its last one up. So an address that sends many
 * requests keeps nobody else waiting for longer than one that sends a few. What ends makes room in the next turn of the event loop, so that
 * requests that are answered within one turn, however many they are, leave most of the loop to others.
 *
 *     ask() --> under way -- leaves --> over
 *       |           ^
 *       +--> waiting, then begin() or, where it gives way, refuse()
 *       +--> refuse(), at once
 */
export class TurnsOfAddresses {
  readonly #bounds: TurnBounds;
  /** Requests of an address, under way and waiting. */
  readonly #ofAddress = new Map<string, number>();
  /** In the order of the addresses' next turns. */
  readonly #queues = new Map<string, Waiting[]>();
  #underWay = 0;
  /** Those under way that have ended in this turn of the event loop. */
  #ended = 0;
  #waiting = 0;

  constructor(bounds: TurnBounds) {
    this.#bounds = bounds;
  }

  /**
   * Calls one of the two: `begin` once it has its turn, `refuse` where there are too many.
   * @returns ends the turn, or the wait for it; calling it again does nothing
   */
  ask(address: string, begin: () => void, refuse: () => void): () => void {
    const count = this.#ofAddress.get(address) ?? 0;
    const isOneTooMany =
      count >= this.#bounds.ofAddress ||
      (this.#underWay >= this.#bounds.atOnce && !this.#hasRoomFor(address));
    if (isOneTooMany) {
      refuse();
      return () => undefined;
    }
    this.#ofAddress.set(address, count + 1);
    const one: Waiting & { state: 'WAITING' | 'UNDER_WAY' | 'OVER' } = {
      state: 'WAITING',
      begin: () => {
        one.state = 'UNDER_WAY';
        this.#underWay += 1;
        begin();
      },
      refuse: () => {
        one.state = 'OVER';
        this.#left(address);
        refuse();
      },
    };
    if (this.#underWay < this.#bounds.atOnce) one.begin();
    else this.#wait(address, one);
    return () => {
      const { state } = one;
      if (state === 'OVER') return;
      one.state = 'OVER';
      this.#left(address);
      if (state === 'WAITING') return this.#take(address, one);
      if (this.#ended === 0) setImmediate(this.#makeRoom);
      this.#ended += 1;
    };
  }

  #left(address: string): void {
    const left = (this.#ofAddress.get(address) ?? 1) - 1;
    if (left === 0) this.#ofAddress.delete(address);
    else this.#ofAddress.set(address, left);
  }

  #wait(address: string, one: Waiting): void {
    const queue = this.#queues.get(address);
    if (queue) queue.push(one);
    else this.#queues.set(address, [one]);
    this.#waiting += 1;
  }

  #take(address: string, one: Waiting): void {
    const queue = this.#queues.get(address);
    const at = queue?.indexOf(one) ?? -1;
    if (!queue || at < 0) return;
    queue.splice(at, 1);
    this.#waiting -= 1;
    if (queue.length === 0) this.#queues.delete(address);
  }

  /** Makes room where an address has at least two more waiting than this one. */
  #hasRoomFor(address: string): boolean {
    if (this.#waiting < this.#bounds.waiting) return true;
    let most: [string, Waiting[]] | undefined;
    for (const each of this.#queues) if (!most || each[1].length > most[1].length) most = each;
    const last = most?.[1].at(-1);
    if (!most || !last || most[1].length < (this.#queues.get(address)?.length ?? 0) + 2) return false;
    this.#take(most[0], last);
    last.refuse();
    return true;
  }

  readonly #makeRoom = (): void => {
    this.#underWay -= this.#ended;
    this.#ended = 0;
    while (this.#underWay < this.#bounds.atOnce && this.#waiting > 0) this.#beginNext();
  };

  #beginNext(): void {
    for (const [address, [next]] of this.#queues) {
      if (!next) continue;
      this.#take(address, next);
      // Behind the other addresses.
      const rest = this.#queues.get(address);
      this.#queues.delete(address);
      if (rest) this.#queues.set(address, rest);
      next.begin();
      return;
    }
  }
}
