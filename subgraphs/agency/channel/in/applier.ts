import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan, noteOutcome } from '../../../../server/tracing/in-span.ts';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { AppliedMessage, ApplyResult, Inbox } from '../stores/inbox.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import { createSignal, type Signal } from '../wire/signal.ts';
import { applyRecord } from './apply-record.ts';
import type { ArrivedIn } from './arrived-in.ts';
import type { Effects, IsPassing } from './effects.ts';

/** Milliseconds. */
export interface ApplierTimings {
  /** Time until it looks without having been woken, for a message that another instance has stored and did not come to apply. */
  idleFor: number;
  afterError: number;
}

const usualTimings: ApplierTimings = { idleFor: 60_000, afterError: 1_000 };

export interface ApplierOptions {
  own: Agency;
  inbox: Pick<Inbox, 'unapplied' | 'dueAgain' | 'mark'>;
  effects: Effects;
  isPassing: IsPassing;
  arrivedIn?: Pick<ArrivedIn, 'requestOf'>;
  onError: (error: unknown) => void;
  now?: () => Date;
  timings?: Partial<ApplierTimings>;
}

type ApplierState =
  | { kind: 'NEW' }
  | { kind: 'RUNNING'; signals: ReadonlyMap<Agency, Signal>; done: Promise<unknown> }
  | { kind: 'ENDED' };

const atOnce = 50;

/** Milliseconds until a message about what is not known yet is tried again, less than the applier is idle for. */
const tryAgainAfter = 30_000;

/** Milliseconds from the receipt of such a message for which it is tried again: an hour, twenty rounds of comparing. */
const triedFor = 3_600_000;

/**
 * Brings accepted messages into the records: one sender's in order, and each sender's without waiting for another's. It
 * begins with those that were stored and not applied when the process before this one ended. A message about what is not known yet holds
 * up nothing behind it: it is marked as applied, and tried again for an hour.
 *
 *     NEW -- start --> RUNNING -- stop --> ENDED
 *
 *     RUNNING, for each sender:
 *     applying -- nothing is left ---------> idle
 *     idle ------ woken, or a minute ------> applying
 *     applying -- the database is away ----> pausing -- a second --> applying
 */
export class Applier {
  readonly #options: ApplierOptions;
  readonly #timings: ApplierTimings;
  readonly #now: () => Date;
  readonly #end = new AbortController();
  #state: ApplierState = { kind: 'NEW' };

  constructor(options: ApplierOptions) {
    this.#options = options;
    this.#timings = { ...usualTimings, ...options.timings };
    this.#now = options.now ?? (() => new Date());
  }

  start(): void {
    const senders = agencyNames.filter((agency) => agency !== this.#options.own);
    const signals = new Map(senders.map((agency) => [agency, createSignal()] as const));
    const done = Promise.all([...signals].map(([from, signal]) => this.#run(from, signal)));
    this.#state = { kind: 'RUNNING', signals, done };
  }

  /** Messages of an agency were stored. */
  wake(from: Agency): void {
    if (this.#state.kind === 'RUNNING') this.#state.signals.get(from)?.wake();
  }

  async stop(): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'ENDED' };
    this.#end.abort();
    if (state.kind === 'RUNNING') await state.done;
  }

  async #run(from: Agency, signal: Signal): Promise<void> {
    const ending = this.#end.signal;
    while (!ending.aborted) {
      try {
        if (!(await this.#applyNext(from))) await signal.wait(this.#timings.idleFor, ending);
      } catch (error) {
        if (ending.aborted) return;
        this.#options.onError(error);
        await sleep(this.#timings.afterError, undefined, { signal: ending }).catch(() => undefined);
      }
    }
  }

  /** @returns whether there may be more */
  async #applyNext(from: Agency): Promise<boolean> {
    const { inbox } = this.#options;
    const records = await inbox.unapplied(from, atOnce);
    await this.#applyEach(records);
    // After what is new, and no more than this at a time: however many wait, they hold up nothing.
    await this.#applyEach(await inbox.dueAgain(from, this.#now(), atOnce));
    return records.length === atOnce;
  }

  async #applyEach(records: readonly InboxRecord[]): Promise<void> {
    const applied: AppliedMessage[] = [];
    try {
      for (const record of records) {
        if (this.#end.signal.aborted) break;
        const result = await this.#apply(record);
        const tryAgainAt = new Date(this.#now().getTime() + tryAgainAfter);
        const isTried = result === 'NOT_YET' && tryAgainAt.getTime() - record.receivedAt.getTime() < triedFor;
        applied.push({ id: record._id, result, ...(isTried && { tryAgainAt }) });
      }
    } finally {
      if (applied.length > 0) await this.#options.inbox.mark(applied);
    }
  }

  /** Applies a message in the trace of the request that it came with. */
  #apply(record: InboxRecord): Promise<ApplyResult> {
    const { effects, isPassing, arrivedIn } = this.#options;
    const parent = arrivedIn?.requestOf(record._id) ?? 'none';
    const attributes = { 'concord.agency': record.from, 'concord.channel.type': record.type };
    return inSpan('channel.apply', { parent, attributes }, async () => {
      const result = await applyRecord(effects, record, { now: this.#now(), isPassing });
      const isParked = typeof result === 'object';
      noteOutcome(isParked ? 'PARKED' : 'APPLIED', isParked);
      return result;
    });
  }
}
