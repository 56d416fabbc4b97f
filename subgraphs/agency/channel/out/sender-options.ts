import { setTimeout } from 'node:timers/promises';
import type { Inbox } from '../stores/inbox.ts';
import type { Lease } from '../stores/lease.ts';
import type { Notes } from '../stores/notes.ts';
import type { Outbox } from '../stores/outbox.ts';
import type { DeliveryOptions } from './deliver.ts';
import type { DeliveryReport } from './delivery-report.ts';

/** Milliseconds. */
export interface SenderTimings {
  /** Time until it looks without having been woken. Nothing hangs on it: each message to be sent wakes the sender. */
  idleFor: number;
  afterError: number;
  /** Time until anything is sent after a refusal that only a person can end, such as one for a key that is not pinned yet. */
  blockedFor: number;
  /** Time until a recipient that lacks messages is sent them again. */
  beforeResend: number;
  /** Time from one greeting to the next. */
  greetEvery: number;
  /** The same to an agency that has greeted: two that greet each other, or one that greets without end, cost no more. */
  greetBackAfter: number;
  /** Time until another attempt to deliver, doubled each time up to the longest. */
  pause: DeliveryOptions['pause'];
  /** Waits so long, unless the signal aborts first, with whose reason it then rejects. A test may hold it. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const usualTimings: SenderTimings = {
  idleFor: 60_000,
  afterError: 1_000,
  blockedFor: 15_000,
  beforeResend: 250,
  greetEvery: 3_600_000,
  greetBackAfter: 5_000,
  // Seldom enough that an agency that is down for a week costs nothing; often enough to find it soon when it is back.
  pause: { first: 200, longest: 5_000 },
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }),
};

export interface SenderOptions extends Pick<DeliveryOptions, 'own' | 'key' | 'peerKeys'> {
  outbox: Pick<Outbox, 'head' | 'acknowledge' | 'sendAgainFrom' | 'lastNumber'>;
  inbox: Pick<Inbox, 'expected'>;
  notes: Pick<Notes, 'blocked' | 'unblocked'>;
  lease: Pick<Lease, 'hold'>;
  report: DeliveryReport;
  onError: (error: unknown) => void;
  now: () => Date;
  /** The most messages that are sent together; fewer only to measure what it is good for. */
  atOnce?: number;
  timings?: Partial<SenderTimings>;
}
