import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan, noteOutcome } from '../../../../server/tracing/in-span.ts';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { ApplyResult, Inbox } from '../stores/inbox.ts';
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
  inbox: Pick<Inbox, 'unapplied' | 'mark'>;
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

/**
 * Brings accepted messages into the records: one sender's in order, and each sender's without waiting for another's. It
 * begins with those that were stored and not applied when the process before this one ended.
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
    const applied: { id: string; result: ApplyResult }[] = [];
    try {
      for (const record of records) {
        if (this.#end.signal.aborted) break;
        applied.push({ id: record._id, result: await this.#apply(record) });
      }
    } finally {
      if (applied.length > 0) await inbox.mark(applied);
    }
    return records.length === atOnce;
  }

  /** Applies a message in the trace of the request that it came with. */
  #apply(record: InboxRecord): Promise<ApplyResult> {
    const { effects, isPassing, arrivedIn } = this.#options;
    const parent = arrivedIn?.requestOf(record._id) ?? 'none';
    const attributes = { 'concord.agency': record.from, 'concord.channel.type': record.type };
    return inSpan('channel.apply', { parent, attributes }, async () => {
      const result = await applyRecord(effects, record, { now: this.#now(), isPassing });
      noteOutcome(result === 'APPLIED' ? result : 'PARKED', result !== 'APPLIED');
      return result;
    });
  }
}
