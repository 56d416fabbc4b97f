import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '../stores/lease.ts';
import type { Outbox } from '../stores/outbox.ts';
import type { Signal } from '../wire/signal.ts';
import type { PendingMessages } from './pending-messages.ts';

/** Milliseconds. */
export interface CollectorTimings {
  /** Time until it looks without having been woken. */
  idleFor: number;
  afterError: number;
}

/**
 * A commit wakes the collector, also another instance's. It looks by itself only for commits of an instance that was killed, or
 * on a server without change streams: with one command each time, and so less than one a second with all else that an idle
 * channel asks.
 */
export const collectorTimings: CollectorTimings = { idleFor: 1_250, afterError: 1_000 };

export interface CollectorOptions {
  pending: readonly PendingMessages[];
  outbox: Pick<Outbox, 'queue'>;
  lease: Pick<Lease, 'hold'>;
  /** Woken by each step that stores a message. */
  signal: Signal;
  /** Called when there may be something to send. */
  onQueued: () => void;
  onError: (error: unknown) => void;
  timings?: Partial<CollectorTimings>;
}

type CollectorState =
  /** Another instance holds the lease, as far as is known. */
  'STANDING_BY' | 'COLLECTING' | 'ENDED';

const atOnce = 50;

/**
 * Collects messages from the records that they were stored in, and gives them their numbers, as long as this instance holds the
 * lease. Every step can be done again: a message keeps the number that it was given.
 *
 *     STANDING_BY -- lease taken: looks into every source ---------> COLLECTING
 *     COLLECTING  -- woken: looks into every source ---------------> COLLECTING
 *     COLLECTING  -- idle: by turns, the lease, or one source -----> COLLECTING
 *     COLLECTING  -- lease lost, or an error ----------------------> STANDING_BY
 *     any         -- stop -----------------------------------------> ENDED
 */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #timings: CollectorTimings;
  readonly #end = new AbortController();
  #state: CollectorState = 'STANDING_BY';
  #turn = 0;
  #running = Promise.resolve();

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#timings = { ...collectorTimings, ...options.timings };
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#state = 'ENDED';
    this.#end.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal, onError } = this.#options;
    const ending = this.#end.signal;
    let isWoken = true;
    for (; !ending.aborted; this.#turn++) {
      try {
        await this.#look(isWoken);
      } catch (error) {
        this.#become('STANDING_BY');
        onError(error);
        // The messages that it was woken for wait still.
        await sleep(this.#timings.afterError, undefined, { signal: ending }).catch(() => undefined);
        signal.wake();
      }
      isWoken = await signal.wait(this.#timings.idleFor, ending);
    }
  }

  #become(state: CollectorState): void {
    if (this.#state !== 'ENDED') this.#state = state;
  }

  async #look(isWoken: boolean): Promise<void> {
    const { pending, lease, signal, onQueued } = this.#options;
    const before = this.#state;
    // While nothing happens, one command: the lease and each source are looked after by turns.
    const isSourceTurn = this.#turn % 2 === 1;
    if (isWoken || before !== 'COLLECTING' || !isSourceTurn)
      this.#become((await lease.hold()) ? 'COLLECTING' : 'STANDING_BY');
    if (this.#state !== 'COLLECTING') return;
    const isTaken = before !== 'COLLECTING';
    if (!isTaken && !isWoken && !isSourceTurn) return;
    const inTurn = pending[(this.#turn >> 1) % pending.length];
    const queued = await this.#queue(isTaken || isWoken ? pending : inTurn ? [inTurn] : []);
    if (isTaken || queued > 0) onQueued();
    if (queued >= atOnce) signal.wake();
  }

  /** @returns how many messages were given their numbers */
  async #queue(sources: readonly PendingMessages[]): Promise<number> {
    let queued = 0;
    for (const source of sources) {
      const { messages, letGo } = await source.read(atOnce);
      if (messages.length === 0) continue;
      await this.#options.outbox.queue(messages);
      await letGo();
      queued += messages.length;
    }
    return queued;
  }
}
