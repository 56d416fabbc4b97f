import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { newMessageId } from '../../records/messages/message.ts';
import type { Inbox } from '../stores/inbox.ts';
import type { Lease } from '../stores/lease.ts';
import type { Notes } from '../stores/notes.ts';
import type { Outbox } from '../stores/outbox.ts';
import type { OutboxRecord } from '../stores/outbox-record.ts';
import type { Blocked } from '../stores/peer-record.ts';
import { writeGreeting } from '../wire/greeting.ts';
import { mostMessages } from '../wire/message-limits.ts';
import type { Receipt } from '../wire/receipt.ts';
import { createSignal } from '../wire/signal.ts';
import type { Signed } from '../wire/signature.ts';
import { type Answer, type DeliveryOptions, deliver, type Letter, type Peer } from './deliver.ts';
import type { DeliveryReport } from './delivery-report.ts';
import type { Failure } from './failure.ts';

export interface SendOptions extends Pick<DeliveryOptions, 'own' | 'key' | 'peerKeys' | 'pause'> {
  outbox: Pick<Outbox, 'head' | 'acknowledge' | 'sendAgainFrom' | 'lastNumber'>;
  inbox: Pick<Inbox, 'expected'>;
  notes: Pick<Notes, 'blocked' | 'unblocked'>;
  lease: Pick<Lease, 'hold'>;
  report: DeliveryReport;
  onError: (error: unknown) => void;
  ending: AbortSignal;
  now: () => Date;
  /** So many messages are sent together; fewer only to measure what it is good for. */
  atOnce?: number;
  /** Milliseconds until anything is sent after what only a person can end. */
  blockedFor?: number;
  /** Milliseconds until a recipient that lacks messages is sent them again. */
  beforeResend?: number;
  /** Milliseconds from one greeting to the next to an agency that has greeted. */
  greetBackAfter?: number;
}

/** Sends to one agency, in order. */
export interface Sending {
  /** There may be something to send. */
  wake(): void;
  /** The agency can be reached: a message that waits for another attempt goes at once. */
  heard(): void;
  /** The agency has greeted, and has received so many: it is greeted too where that is not what it was sent. */
  greeted(received: number): void;
  done: Promise<void>;
}

/** Nothing hangs on it: whatever is to be sent wakes it. */
const idleFor = 60_000;
/** After what only a person can end, such as a key that the other side has not pinned yet. */
const usuallyBlockedFor = 15_000;
const afterError = 1_000;
/** A recipient that lacks messages says so once; one that says it again without having taken any does not want them. */
const mostResends = 1;
const usuallyBeforeResend = 250;
const outOfStep: readonly Blocked['reason'][] = ['RESTORED', 'OUT_OF_ORDER', 'NOT_THE_SAME'];
const greetEvery = 3_600_000;
/** Two that greet each other, or one that greets without end, cost no more than this. */
const usuallyGreetBackAfter = 5_000;

export function startSending(peer: Peer, options: SendOptions): Sending {
  const { own, outbox, inbox, notes, lease, report, onError, ending, now, atOnce = mostMessages } = options;
  const { blockedFor = usuallyBlockedFor, beforeResend = usuallyBeforeResend } = options;
  const { greetBackAfter = usuallyGreetBackAfter } = options;
  const { agency } = peer;
  const signal = createSignal();
  let waiting = new AbortController();
  let isWaiting = false;
  // Until an answer tells otherwise, as a process before this one may have been refused.
  let isBlocked = true;
  let furthest = 0;
  let resends = 0;
  let greetedAt = Number.NEGATIVE_INFINITY;
  let received: number | undefined;
  ending.addEventListener('abort', () => waiting.abort());

  const failed = (kind: Signed, failure: Failure, numbers: readonly number[]) => {
    const [first, last] = [numbers[0], numbers.at(-1)];
    const range = first !== undefined && last !== undefined && { first, last };
    report.failed({ agency, kind, ...range, ...failure });
  };

  const send = (letters: readonly Letter[], kind: Signed): Promise<Answer[] | undefined> => {
    isWaiting = false;
    return deliver(letters, kind, peer, {
      ...options,
      mayGoOn: async () => {
        isWaiting = false;
        return !ending.aborted && (await lease.hold());
      },
      onWaiting: (failure) => {
        isWaiting = true;
        const numbers = letters.flatMap(({ number }) => number ?? []);
        failed(kind, failure, numbers);
      },
      signal: waiting.signal,
    });
  };

  async function block(kind: Signed, blocked: Omit<Blocked, 'at'>): Promise<false> {
    isBlocked = true;
    const reason = outOfStep.includes(blocked.reason) ? 'OUT_OF_STEP' : 'REFUSED';
    failed(kind, { reason, detail: blocked.reason }, [blocked.number]);
    // It may be that this database, or the other one, was restored: the numbers are compared before anything else is sent.
    greetedAt = Number.NEGATIVE_INFINITY;
    await notes.blocked(agency, { at: now(), ...blocked });
    await sleep(blockedFor, undefined, { signal: ending });
    resends = 0;
    signal.wake();
    return false;
  }

  async function unblock(): Promise<void> {
    if (isBlocked) await notes.unblocked(agency);
    isBlocked = false;
  }

  async function isToGreet(): Promise<boolean> {
    const since = performance.now() - greetedAt;
    if (since > greetEvery) return true;
    if (received === undefined || since < greetBackAfter) return false;
    const isAsSent = received === (await outbox.lastNumber(agency));
    received = undefined;
    return !isAsSent;
  }

  /** @returns whether messages may follow */
  async function greet(): Promise<boolean> {
    const [sent, expectedHere] = [await outbox.lastNumber(agency), await inbox.expected(agency)];
    const greeting = { id: newMessageId(now()), from: own, to: agency, sent, received: expectedHere - 1 };
    const answers = await send([{ text: writeGreeting(greeting) }], 'concord-greeting');
    const receipt = answers?.[0]?.receipt;
    if (!receipt) return false;
    const { outcome, reason = 'MALFORMED', expected = 1 } = receipt;
    if (outcome === 'REFUSED') {
      const [next] = await outbox.head(agency, 1);
      return block('concord-greeting', { number: next?.number ?? sent + 1, reason });
    }
    if (expected > sent + 1)
      return block('concord-greeting', { number: expected - 1, reason: 'RESTORED', expected });
    if (expected <= sent && !(await outbox.sendAgainFrom(agency, expected)))
      return block('concord-greeting', { number: sent + 1, reason: 'OUT_OF_ORDER', expected });
    greetedAt = performance.now();
    report.delivered(agency, 'concord-greeting');
    return true;
  }

  /** @returns whether messages may follow */
  async function refused({ number }: OutboxRecord, receipt: Receipt): Promise<boolean> {
    const { reason = 'MALFORMED', expected } = receipt;
    const canResend = reason === 'OUT_OF_ORDER' && expected !== undefined && expected < number;
    if (canResend && resends < mostResends && (await outbox.sendAgainFrom(agency, expected))) {
      resends++;
      await sleep(beforeResend, undefined, { signal: ending });
      return true;
    }
    return block('concord-message', { number, reason, ...(expected !== undefined && { expected }) });
  }

  async function accepted(messages: readonly OutboxRecord[], answers: readonly Answer[]): Promise<void> {
    const at = now();
    const receipts = answers.map(({ signed }, index) => ({
      id: messages[index]?._id ?? '',
      receipt: signed,
      at,
    }));
    await outbox.acknowledge(receipts);
    await unblock();
    report.delivered(agency, 'concord-message');
    const last = messages[answers.length - 1]?.number ?? 0;
    if (last > furthest) resends = 0;
    furthest = Math.max(furthest, last);
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      if ((await isToGreet()) && !(await greet())) return;
      const messages = await outbox.head(agency, atOnce);
      // With nothing to send, an answered greeting is what tells that the channel is open.
      if (messages.length === 0) return unblock();
      const letters = messages.map(({ event, number }) => ({ text: event, number }));
      const answers = await send(letters, 'concord-message');
      if (!answers) return;
      const taken = answers.filter(({ receipt }) => receipt.outcome === 'ACCEPTED');
      if (taken.length > 0) await accepted(messages, taken);
      const refusal = answers[taken.length]?.receipt;
      const next = messages[taken.length];
      if (refusal && next && !(await refused(next, refusal))) return;
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
    greeted(theirs) {
      received = theirs;
      signal.wake();
    },
    done: run(),
  };
}
