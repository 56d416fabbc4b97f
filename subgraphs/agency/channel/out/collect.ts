import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '../stores/lease.ts';
import type { Outbox } from '../stores/outbox.ts';
import type { Signal } from '../wire/signal.ts';
import type { PendingMessages } from './pending-messages.ts';

export interface CollectOptions {
  pending: readonly PendingMessages[];
  outbox: Pick<Outbox, 'queue'>;
  lease: Pick<Lease, 'hold'>;
  /** Woken by whoever stores a message. */
  signal: Signal;
  /** Told that there may be something to send. */
  onQueued: () => void;
  onError: (error: unknown) => void;
  ending: AbortSignal;
  /** Milliseconds until it looks without having been woken. */
  idleFor?: number;
}

/**
 * A commit wakes it, also another instance's; only those of one that was killed, or of a server without change streams, are
 * looked for: with one command each time, and so less than one a second with all else that an idle channel asks.
 */
export const usuallyIdleFor = 1_250;
const atOnce = 50;
const afterError = 1_000;

/** Gives waiting messages their numbers. Every step can be done again: a message keeps the number that it was given. */
async function queuePending(
  sources: readonly PendingMessages[],
  { outbox }: CollectOptions,
): Promise<number> {
  let queued = 0;
  for (const source of sources) {
    const { messages, letGo } = await source.read(atOnce);
    if (messages.length === 0) continue;
    await outbox.queue(messages);
    await letGo();
    queued += messages.length;
  }
  return queued;
}

/** Collects messages from the records that they were stored in, as long as this instance holds the lease. */
export async function collect(options: CollectOptions): Promise<void> {
  const { pending, lease, signal, onQueued, onError, ending, idleFor = usuallyIdleFor } = options;
  let holds = false;
  let isWoken = true;
  for (let turn = 0; !ending.aborted; turn++) {
    try {
      const held = holds;
      // While nothing happens, one command: the lease and each source are looked after by turns.
      if (isWoken || !holds || turn % 2 === 0) holds = await lease.hold();
      const isTaken = holds && !held;
      if (isTaken || (holds && (isWoken || turn % 2 === 1))) {
        const inTurn = pending[(turn >> 1) % pending.length];
        const sources = isTaken || isWoken ? pending : inTurn ? [inTurn] : [];
        const queued = await queuePending(sources, options);
        if (isTaken || queued > 0) onQueued();
        if (queued >= atOnce) signal.wake();
      }
    } catch (error) {
      holds = false;
      onError(error);
      // Whatever it was woken for waits still.
      await sleep(afterError, undefined, { signal: ending }).catch(() => undefined);
      signal.wake();
    }
    isWoken = await signal.wait(idleFor, ending);
  }
}
