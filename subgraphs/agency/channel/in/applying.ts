import { setTimeout as sleep } from 'node:timers/promises';
import { inSpan, noteOutcome } from '../../../../server/tracing/in-span.ts';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { ApplyResult, Inbox } from '../stores/inbox.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import { readEvent } from '../wire/channel-event.ts';
import { createSignal } from '../wire/signal.ts';
import type { ArrivedIn } from './arrived-in.ts';
import { applyEvent, type Effects, type IsPassing } from './effects.ts';

/**
 * Brings accepted messages into the records: one sender's in order, and each sender's without waiting for another's. It
 * begins with what was stored and not applied when the process before this one ended.
 */
export interface Applying {
  /** Messages of an agency were stored. */
  wake(from: Agency): void;
  stop(): Promise<void>;
}

export interface ApplyOptions {
  own: Agency;
  inbox: Pick<Inbox, 'unapplied' | 'mark'>;
  effects: Effects;
  isPassing: IsPassing;
  arrivedIn?: Pick<ArrivedIn, 'requestOf'>;
  onError: (error: unknown) => void;
  now?: () => Date;
}

/** Only what another instance has stored, and did not come to apply, is found by looking. */
const idleFor = 60_000;
const afterError = 1_000;
const atOnce = 50;

/**
 * Applies one message as it was verified.
 * @throws the errors of a database that does not answer
 */
export async function applyRecord(
  effects: Effects,
  { event: text }: Pick<InboxRecord, 'event'>,
  { now, isPassing }: { now: Date; isPassing: IsPassing },
): Promise<ApplyResult> {
  const event = readEvent(text);
  if (!event) return { parked: 'NOT_READABLE' };
  return applyEvent(effects, event, { key: event.id, now, isPassing });
}

export function startApplying(options: ApplyOptions): Applying {
  const { own, inbox, effects, isPassing, arrivedIn, onError } = options;
  const { now = () => new Date() } = options;
  const end = new AbortController();
  const ending = end.signal;

  /** In the trace of the request that it came with. */
  function applyTraced(record: InboxRecord): Promise<ApplyResult> {
    const parent = arrivedIn?.requestOf(record._id) ?? 'none';
    const attributes = { 'concord.agency': record.from, 'concord.channel.type': record.type };
    return inSpan('channel.apply', { parent, attributes }, async () => {
      const result = await applyRecord(effects, record, { now: now(), isPassing });
      noteOutcome(result === 'APPLIED' ? result : 'PARKED', result !== 'APPLIED');
      return result;
    });
  }

  /** @returns whether there may be more */
  async function applyNext(from: Agency): Promise<boolean> {
    const records = await inbox.unapplied(from, atOnce);
    const applied: { id: string; result: ApplyResult }[] = [];
    try {
      for (const record of records) {
        if (ending.aborted) break;
        applied.push({ id: record._id, result: await applyTraced(record) });
      }
    } finally {
      if (applied.length > 0) await inbox.mark(applied);
    }
    return records.length === atOnce;
  }

  const signals = new Map(
    agencyNames.filter((agency) => agency !== own).map((agency) => [agency, createSignal()] as const),
  );
  async function run(from: Agency, signal: ReturnType<typeof createSignal>): Promise<void> {
    while (!ending.aborted) {
      try {
        if (!(await applyNext(from))) await signal.wait(idleFor, ending);
      } catch (error) {
        if (ending.aborted) return;
        onError(error);
        await sleep(afterError, undefined, { signal: ending }).catch(() => undefined);
      }
    }
  }
  const running = [...signals].map(([from, signal]) => run(from, signal));
  return {
    wake: (from) => signals.get(from)?.wake(),
    async stop() {
      end.abort();
      await Promise.all(running);
    },
  };
}
