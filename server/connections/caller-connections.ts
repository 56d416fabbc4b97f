export interface ConnectionBounds {
  /** Connections of one address that have shown no token. */
  withoutToken: number;
  /** Connections of one caller. */
  ofCaller: number;
  /** Connections of everybody. */
  atAll: number;
  /** Milliseconds in which a new connection may show a token, however many there are: hundreds of officers may come at once. */
  patience: number;
}

/** The one for whom a connection counts. */
type Holder = { kind: 'address'; address: string; since: number } | { kind: 'caller'; caller: string };

/**
 * Open connections, counted for their address until they show a valid token, and for the caller of that token afterwards: a whole
 * ministry may have one address, and everybody can open connections who has no token.
 *
 *     opened() --> of an address -- shown() --> of a caller
 *                   |     ^                        |
 *                   |     +------- released() -----+---> of nobody, between two requests that come through a proxy
 *                   +-- too many, and late --> closed, those first that came first
 */
export class CallerConnections<Connection extends object> {
  readonly #bounds: ConnectionBounds;
  readonly #close: (connection: Connection) => void;
  readonly #now: () => number;
  readonly #all = new Set<Connection>();
  readonly #holders = new Map<Connection, Holder>();
  /** Connections without a token by their address, those first that came first. */
  readonly #strangers = new Map<string, Set<Connection>>();
  readonly #callers = new Map<string, number>();
  #nextLook: NodeJS.Timeout | undefined;

  /** @param close closes a connection that has to make room */
  constructor(
    bounds: ConnectionBounds,
    close: (connection: Connection) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#bounds = bounds;
    this.#close = close;
    this.#now = now;
  }

  /**
   * Takes a new connection. Where there are too many at all, the address with the most that have shown no token gives one up.
   * @param address undefined for a proxy's, which counts for somebody while a request is on it
   */
  opened(connection: Connection, address: string | undefined): void {
    if (this.#all.size >= this.#bounds.atAll && !this.#makeRoom()) {
      this.#close(connection);
      return;
    }
    this.#all.add(connection);
    if (address !== undefined) this.asks(connection, address);
  }

  /** Counts a connection for an address, until it shows a token. */
  asks(connection: Connection, address: string): void {
    if (!this.#all.has(connection)) return;
    this.released(connection);
    this.#holders.set(connection, { kind: 'address', address, since: this.#now() });
    const strangers = this.#strangers.get(address) ?? new Set();
    this.#strangers.set(address, strangers.add(connection));
    this.#closeLate(address);
  }

  /**
   * Counts a connection for its caller, who has shown a valid token on it.
   * @returns false where the caller has too many: this one is to be closed once it is answered
   */
  shown(connection: Connection, caller: string): boolean {
    if (!this.#all.has(connection)) return true;
    this.released(connection);
    this.#holders.set(connection, { kind: 'caller', caller });
    const count = (this.#callers.get(caller) ?? 0) + 1;
    this.#callers.set(caller, count);
    return count <= this.#bounds.ofCaller;
  }

  /** True for a connection that has shown a token. */
  hasCaller(connection: Connection): boolean {
    return this.#holders.get(connection)?.kind === 'caller';
  }

  /** Counts a connection for nobody. */
  released(connection: Connection): void {
    const holder = this.#holders.get(connection);
    this.#holders.delete(connection);
    if (holder?.kind === 'address') {
      const strangers = this.#strangers.get(holder.address);
      strangers?.delete(connection);
      if (strangers?.size === 0) this.#strangers.delete(holder.address);
    }
    if (holder?.kind === 'caller') {
      const left = (this.#callers.get(holder.caller) ?? 1) - 1;
      if (left > 0) this.#callers.set(holder.caller, left);
      else this.#callers.delete(holder.caller);
    }
  }

  closed(connection: Connection): void {
    this.released(connection);
    this.#all.delete(connection);
  }

  #give(connection: Connection): void {
    this.closed(connection);
    this.#close(connection);
  }

  /** @returns false where every connection is a caller's */
  #makeRoom(): boolean {
    let most: Set<Connection> | undefined;
    for (const strangers of this.#strangers.values())
      if (!most || strangers.size > most.size) most = strangers;
    for (const oldest of most ?? []) {
      this.#give(oldest);
      return true;
    }
    return false;
  }

  /** Closes what is over the bound of an address, and has had time to show a token; the rest is looked at once it has had it. */
  #closeLate(address: string): void {
    const strangers = this.#strangers.get(address) ?? [];
    let surplus = (this.#strangers.get(address)?.size ?? 0) - this.#bounds.withoutToken;
    const { patience } = this.#bounds;
    for (const connection of strangers) {
      if (surplus <= 0) return;
      const holder = this.#holders.get(connection);
      if (holder?.kind !== 'address' || this.#now() - holder.since < patience) break;
      this.#give(connection);
      surplus -= 1;
    }
    if (surplus <= 0) return;
    this.#nextLook ??= setTimeout(() => this.#look(), patience).unref();
  }

  #look(): void {
    this.#nextLook = undefined;
    for (const address of [...this.#strangers.keys()]) this.#closeLate(address);
  }
}
