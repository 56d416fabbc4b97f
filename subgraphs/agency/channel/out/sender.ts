import type { OutboxRecord } from '../stores/outbox-record.ts';
import type { Blocked } from '../stores/peer-record.ts';
import { mostMessages } from '../wire/message-limits.ts';
import type { Receipt } from '../wire/receipt.ts';
import { createSignal } from '../wire/signal.ts';
import type { Signed } from '../wire/signature.ts';
import { type Answer, deliver, type Letter } from './deliver.ts';
import type { Failure } from './failure.ts';
import { Greeter } from './greeter.ts';
import type { Peer } from './peer.ts';
import { type SenderOptions, type SenderTimings, usualTimings } from './sender-options.ts';

type SenderState =
  | 'IDLE'
  | 'SENDING'
  /** An attempt has failed, and it waits for another one. */
  | 'WAITING'
  /** The recipient was heard of while it waited: the delivery is given up for one that begins at once. */
  | 'HEARD'
  /** The recipient refuses what only a person can change. */
  | 'BLOCKED'
  | 'ENDED';

/** A recipient that lacks messages says so once; one that says it again without having taken any does not want them. */
const mostResends = 1;
const outOfStep: readonly Blocked['reason'][] = ['RESTORED', 'OUT_OF_ORDER', 'NOT_THE_SAME'];

/**
 * Sends to one agency, in order, as long as this instance holds the lease: first a greeting, with which both compare their
 * numbers, then the messages.
 *
 *     IDLE    -- woken, or a minute --------------> SENDING
 *     SENDING -- acknowledged, nothing is left ---> IDLE
 *     SENDING -- no receipt that counts ----------> WAITING
 *     WAITING -- its pause has passed ------------> SENDING
 *     WAITING -- the recipient is heard of -------> HEARD -- at once --> SENDING
 *     SENDING -- refused -------------------------> BLOCKED
 *     BLOCKED -- its time has passed, or a person
 *                has ended it: greets again ------> SENDING
 *     any     -- stop ----------------------------> ENDED
 */
export class Sender {
  readonly #peer: Peer;
  readonly #options: SenderOptions;
  readonly #timings: SenderTimings;
  readonly #greeter: Greeter;
  readonly #signal = createSignal();
  readonly #end = new AbortController();
  #state: SenderState = 'IDLE';
  /** Ends the delivery that is under way. */
  #cut = new AbortController();
  /** A process before this one may have noted a block: an answer shows whether it still stands. */
  #isNotedBlocked = true;
  #furthest = 0;
  #resends = 0;
  #running = Promise.resolve();

  constructor(peer: Peer, options: SenderOptions) {
    this.#peer = peer;
    this.#options = options;
    this.#timings = { ...usualTimings, ...options.timings };
    this.#greeter = new Greeter(peer.agency, options, this.#timings);
  }

  start(): void {
    this.#running = this.#run();
  }

  /** There may be something to send. */
  wake(): void {
    this.#signal.wake();
  }

  /** The agency can be reached: a message that waits for another attempt goes at once. */
  heard(): void {
    if (this.#state !== 'WAITING') return;
    this.#state = 'HEARD';
    this.#cut.abort();
  }

  /** The agency has greeted, and has received so many messages: it is greeted too where it was sent another number of them. */
  greeted(received: number): void {
    this.#greeter.greetedBy(received);
    this.#signal.wake();
  }

  async stop(): Promise<void> {
    this.#state = 'ENDED';
    this.#end.abort();
    this.#cut.abort();
    await this.#running;
  }

  #become(state: SenderState): void {
    if (this.#state !== 'ENDED') this.#state = state;
  }

  async #run(): Promise<void> {
    const { lease, onError } = this.#options;
    const ending = this.#end.signal;
    while (!ending.aborted) {
      await this.#signal.wait(this.#timings.idleFor, ending);
      try {
        if (!ending.aborted && (await lease.hold())) await this.#sendAll();
      } catch (error) {
        if (ending.aborted) return;
        if (this.#state !== 'HEARD') {
          onError(error);
          await this.#timings.sleep(this.#timings.afterError, ending).catch(() => undefined);
        }
        this.wake();
      }
      this.#become('IDLE');
    }
  }

  async #sendAll(): Promise<void> {
    const { outbox, atOnce = mostMessages } = this.#options;
    for (;;) {
      this.#become('SENDING');
      if ((await this.#greeter.isDue()) && !(await this.#greet())) return;
      const messages = await outbox.head(this.#peer.agency, atOnce);
      // With nothing to send, an answered greeting shows that the channel is open.
      if (messages.length === 0) return this.#unblock();
      const letters = messages.map(({ event, number }) => ({ text: event, number }));
      const answers = await this.#deliver(letters, 'concord-message');
      if (!answers) return;
      const taken = answers.filter(({ receipt }) => receipt.outcome === 'ACCEPTED');
      if (taken.length > 0) await this.#accepted(messages, taken);
      const refusal = answers[taken.length]?.receipt;
      const next = messages[taken.length];
      if (refusal && next && !(await this.#refused(next, refusal))) return;
    }
  }

  #deliver(letters: readonly Letter[], kind: Signed): Promise<Answer[] | undefined> {
    const { own, key, peerKeys, lease } = this.#options;
    const { pause } = this.#timings;
    this.#cut = new AbortController();
    return deliver(letters, kind, this.#peer, {
      own,
      key,
      peerKeys,
      mayGoOn: async () => {
        this.#become('SENDING');
        return !this.#end.signal.aborted && (await lease.hold());
      },
      onWaiting: (failure) => {
        this.#become('WAITING');
        this.#failed(
          kind,
          failure,
          letters.flatMap(({ number }) => number ?? []),
        );
      },
      signal: this.#cut.signal,
      pause,
    });
  }

  #failed(kind: Signed, failure: Failure, numbers: readonly number[]): void {
    const [first, last] = [numbers[0], numbers.at(-1)];
    const range = first !== undefined && last !== undefined && { first, last };
    this.#options.report.failed({ agency: this.#peer.agency, kind, ...range, ...failure });
  }

  /** @returns whether messages may follow */
  async #greet(): Promise<boolean> {
    const greeted = await this.#greeter.greet((letter) => this.#deliver([letter], 'concord-greeting'));
    if (greeted.kind === 'BLOCKED') return this.#block('concord-greeting', greeted.blocked);
    return greeted.kind === 'GREETED';
  }

  async #accepted(messages: readonly OutboxRecord[], answers: readonly Answer[]): Promise<void> {
    const { outbox, report, now } = this.#options;
    const at = now();
    const receipts = answers.map(({ signed }, index) => ({
      id: messages[index]?._id ?? '',
      receipt: signed,
      at,
    }));
    await outbox.acknowledge(receipts);
    await this.#unblock();
    report.delivered(this.#peer.agency, 'concord-message');
    const last = messages[answers.length - 1]?.number ?? 0;
    if (last > this.#furthest) this.#resends = 0;
    this.#furthest = Math.max(this.#furthest, last);
  }

  /** @returns whether messages may follow */
  async #refused({ number }: OutboxRecord, receipt: Receipt): Promise<boolean> {
    const { outbox } = this.#options;
    const { reason = 'MALFORMED', expected } = receipt;
    const canResend = reason === 'OUT_OF_ORDER' && expected !== undefined && expected < number;
    if (
      canResend &&
      this.#resends < mostResends &&
      (await outbox.sendAgainFrom(this.#peer.agency, expected))
    ) {
      this.#resends++;
      await this.#timings.sleep(this.#timings.beforeResend, this.#end.signal);
      return true;
    }
    return this.#block('concord-message', { number, reason, ...(expected !== undefined && { expected }) });
  }

  async #block(kind: Signed, blocked: Omit<Blocked, 'at'>): Promise<false> {
    const { notes, now } = this.#options;
    this.#become('BLOCKED');
    this.#isNotedBlocked = true;
    const reason = outOfStep.includes(blocked.reason) ? 'OUT_OF_STEP' : 'REFUSED';
    this.#failed(kind, { reason, detail: blocked.reason }, [blocked.number]);
    this.#greeter.doubt();
    await notes.blocked(this.#peer.agency, { at: now(), ...blocked });
    await this.#timings.sleep(this.#timings.blockedFor, this.#end.signal);
    this.#resends = 0;
    this.wake();
    return false;
  }

  async #unblock(): Promise<void> {
    if (this.#isNotedBlocked) await this.#options.notes.unblocked(this.#peer.agency);
    this.#isNotedBlocked = false;
  }
}
