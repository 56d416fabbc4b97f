import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type DeliveryOptions, deliver, type Peer } from './deliver.ts';
import type { Lease } from './lease.ts';
import type { OutboxRecord } from './model.ts';
import type { Notes } from './notes.ts';
import type { Outbox } from './outbox.ts';
import { createSignal } from './signal.ts';

export interface SendOptions extends Pick<DeliveryOptions, 'key' | 'peerKeys' | 'reach'> {
  outbox: Pick<Outbox, 'head' | 'acknowledge' | 'sendAgainFrom'>;
  notes: Pick<Notes, 'blocked'>;
  lease: Pick<Lease, 'hold'>;
  onError: (error: unknown) => void;
  ending: AbortSignal;
  now: () => Date;
}

/** Sends to one agency, in order. */
export interface Sending {
  /** There may be something to send. */
  wake(): void;
  /** The agency can be reached: a message that waits for another attempt goes at once. */
  heard(): void;
  done: Promise<void>;
}

/** Nothing hangs on it: whatever is to be sent wakes it. */
const idleFor = 60_000;
/** After what only a person can end, such as a key that the other side has not pinned yet. */
const blockedFor = 15_000;
const afterError = 1_000;
const atOnce = 50;

export function startSending(peer: Peer, options: SendOptions): Sending {
  const { outbox, notes, lease, onError, ending, now } = options;
  const { agency } = peer;
  const signal = createSignal();
  let waiting = new AbortController();
  let isWaiting = false;
  // Until an answer tells otherwise, as a process before this one may have been refused.
  let isBlocked = true;
  ending.addEventListener('abort', () => waiting.abort());

  /** @returns whether the next message may follow */
  async function settle(message: OutboxRecord, { receipt, signed }: Answer): Promise<boolean> {
    const { outcome, reason = 'MALFORMED', expected } = receipt;
    if (outcome !== 'REFUSED') {
      await options.reach('BEFORE_ACKNOWLEDGING');
      await outbox.acknowledge(message._id, { outcome, receipt: signed, at: now() });
      if (isBlocked) await notes.blocked(agency, undefined);
      isBlocked = false;
      return true;
    }
    if (reason === 'OUT_OF_ORDER' && expected !== undefined && expected < message.number) {
      await outbox.sendAgainFrom(agency, expected);
      signal.wake();
      return false;
    }
    isBlocked = true;
    await notes.blocked(agency, { at: now(), number: message.number, reason });
    await sleep(blockedFor, undefined, { signal: ending });
    signal.wake();
    return false;
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      const messages = await outbox.head(agency, atOnce);
      for (const message of messages) {
        isWaiting = false;
        const answer = await deliver(message, peer, {
          ...options,
          mayGoOn: async () => {
            isWaiting = false;
            return !ending.aborted && (await lease.hold());
          },
          onWaiting: () => {
            isWaiting = true;
          },
          signal: waiting.signal,
        });
        if (!answer || !(await settle(message, answer))) return;
      }
      if (messages.length < atOnce) return;
    }
  }

  async function run(): Promise<void> {
    while (!ending.aborted) {
      await signal.wait(idleFor, ending);
      try {
        if (!ending.aborted && (await lease.hold())) await sendAll();
      } catch (error) {
        if (ending.aborted) return;
        if (waiting.signal.aborted) waiting = new AbortController();
        else {
          onError(error);
          await sleep(afterError, undefined, { signal: ending }).catch(() => undefined);
        }
        signal.wake();
      }
    }
  }

  return {
    wake: signal.wake,
    heard() {
      if (isWaiting) waiting.abort();
    },
    done: run(),
  };
}
