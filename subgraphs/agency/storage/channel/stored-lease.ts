import { performance } from 'node:perf_hooks';
import type { Connection, mongo } from 'mongoose';
import { type Lease, leaseTimings } from '../../channel/stores/lease.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';

interface LeaseRecord {
  _id: 'relay';
  holder: string;
  /** Counts the renewals. */
  beat: number;
}

type LeaseState =
  | { kind: 'FREE' }
  /** Another instance has it. */
  | { kind: 'WATCHING'; other: LeaseRecord; since: number }
  | { kind: 'HELD'; renewedAt: number };

export interface LeaseOptions {
  /** Milliseconds of a stopwatch that is never set. */
  now?: () => number;
  /** Milliseconds without a renewal after which it can be taken: more than `renewAfter`, or it would be lost while all is well. */
  lasts?: number;
  /** Milliseconds from one renewal to the next. */
  renewAfter?: number;
}

export const leasesCollection = 'leases';

/**
 * A lease that no clock can break: an instance that wants it takes it once it has watched it for its whole time, on its own
 * stopwatch, and has seen no renewal. The instances' clocks may differ by any amount, and so may the server's.
 *
 *     FREE     -- nobody has it ------------------> HELD
 *     FREE     -- another instance has it --------> WATCHING
 *     WATCHING -- no renewal for its whole time --> HELD
 *     HELD     -- due, renewed -------------------> HELD
 *     HELD     -- due, another has taken it ------> WATCHING
 *     HELD     -- released -----------------------> FREE
 */
export class StoredLease implements Lease {
  readonly #leases: mongo.Collection<LeaseRecord>;
  readonly #own: { _id: 'relay'; holder: string };
  readonly #now: () => number;
  readonly #lasts: number;
  readonly #renewAfter: number;
  #state: LeaseState = { kind: 'FREE' };

  /**
   * @param holder the instance, by a name that no other has at the same time, such as its host and port: one that was killed and
   * starts again there goes on at once
   */
  constructor(
    connection: Connection,
    holder: string,
    {
      now = () => performance.now(),
      lasts = leaseTimings.lasts,
      renewAfter = leaseTimings.renewAfter,
    }: LeaseOptions = {},
  ) {
    this.#leases = connection.collection<LeaseRecord>(leasesCollection);
    this.#own = { _id: 'relay', holder };
    this.#now = now;
    this.#lasts = lasts;
    this.#renewAfter = renewAfter;
  }

  async hold(): Promise<boolean> {
    const at = this.#now();
    if (this.#state.kind === 'HELD' && at - this.#state.renewedAt < this.#renewAfter) return true;
    this.#state = await this.#take(at);
    return this.#state.kind === 'HELD';
  }

  isHeld(): boolean {
    return this.#state.kind === 'HELD' && this.#now() - this.#state.renewedAt < this.#lasts;
  }

  async release(): Promise<void> {
    this.#state = { kind: 'FREE' };
    await this.#leases.deleteOne(this.#own);
  }

  async #take(at: number): Promise<LeaseState> {
    const held: LeaseState = { kind: 'HELD', renewedAt: at };
    const renewal = { $inc: { beat: 1 }, $set: { holder: this.#own.holder } };
    if ((await this.#leases.updateOne(this.#own, renewal)).matchedCount > 0) return held;
    const other = await this.#leases.findOne({ _id: 'relay' });
    if (!other) return (await this.#insert()) ? held : { kind: 'FREE' };
    const watching = this.#watching(other, at);
    if (at - watching.since < this.#lasts) return watching;
    return (await this.#leases.updateOne({ ...other }, renewal)).matchedCount > 0 ? held : watching;
  }

  /** @returns false where another instance was quicker */
  async #insert(): Promise<boolean> {
    try {
      await this.#leases.insertOne({ ...this.#own, beat: 1 });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }

  /** Since when the other instance has been seen without a renewal. */
  #watching(other: LeaseRecord, at: number): LeaseState & { kind: 'WATCHING' } {
    const state = this.#state;
    const isSame =
      state.kind === 'WATCHING' && state.other.holder === other.holder && state.other.beat === other.beat;
    return isSame ? state : { kind: 'WATCHING', other, since: at };
  }
}
