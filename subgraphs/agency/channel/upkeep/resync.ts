import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Outbox } from '../stores/outbox.ts';
import type { OutboxRecord } from '../stores/outbox-record.ts';
import { readEvent, writeEvent } from '../wire/channel-event.ts';
import type { Restatement } from './restatement.ts';

/** The numbers of an agency's messages, as a resync reads and changes them. */
export interface ResyncStore {
  /** The agencies that expect another number than this database would give, and that number. */
  outOfStep(): Promise<{ agency: Agency; expected: number }[]>;
  /** Messages to an agency that have a number and were not taken, in order. */
  waiting(to: Agency): Promise<OutboxRecord[]>;
  renumber(id: string, number: number, event: string): Promise<void>;
  /** Has the next numbers to an agency go on from this one. */
  numberFrom(to: Agency, number: number): Promise<void>;
  unblock(to: Agency): Promise<void>;
}

/** An agency that has messages of this one which this one's database, being an older one, does not know. */
export interface OutOfStep {
  agency: Agency;
  /** The number that it takes next. */
  expected: number;
  /** The last number that this database has given. */
  last: number;
  /** Messages that have a number and were not taken. */
  waiting: number;
}

export async function outOfStep(
  store: Pick<ResyncStore, 'outOfStep' | 'waiting'>,
  outbox: Pick<Outbox, 'lastNumber'>,
): Promise<OutOfStep[]> {
  return Promise.all(
    (await store.outOfStep()).map(async ({ agency, expected }) => {
      const waiting = await store.waiting(agency);
      const last = await outbox.lastNumber(agency);
      return { agency, expected, last, waiting: waiting.length };
    }),
  );
}

/** Messages that wait keep their order and get the numbers from the expected one on. */
async function renumber(store: ResyncStore, { agency, expected }: OutOfStep): Promise<void> {
  const waiting = await store.waiting(agency);
  // The last one first: no number is another's at any moment, and a run that was interrupted can be done again.
  for (const [index, { _id, event: text }] of [...waiting.entries()].reverse()) {
    const event = readEvent(text);
    if (!event) continue;
    const number = expected + index;
    await store.renumber(_id, number, writeEvent({ ...event, number }));
  }
}

const atOnce = 50;

/**
 * Goes on with an agency after this one's database was restored: the numbers go on from the one that it expects, and what
 * holds now is stated anew. It can be done again: a message that repeats another changes nothing.
 * @returns how many messages state it
 */
export async function resync(
  store: ResyncStore,
  outbox: Pick<Outbox, 'queue'>,
  step: OutOfStep,
  restatements: readonly Restatement[],
  at: Date,
): Promise<number> {
  const { agency, expected } = step;
  await renumber(store, step);
  await store.numberFrom(agency, expected);
  let restated = 0;
  let batch: Message[] = [];
  const queue = async () => {
    await outbox.queue(batch);
    restated += batch.length;
    batch = [];
  };
  for (const restatement of restatements) {
    for await (const message of restatement.messagesTo(agency, at)) {
      batch.push(message);
      if (batch.length === atOnce) await queue();
    }
  }
  await queue();
  await store.unblock(agency);
  return restated;
}
