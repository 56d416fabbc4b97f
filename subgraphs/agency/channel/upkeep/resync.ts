import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';
import type { Outbox } from '../../storage/channel/outbox.ts';
import type { ChannelModels, OutboxRecord, PeerRecord } from '../../storage/models/channel-models.ts';
import { readEvent, writeEvent } from '../wire/channel-event.ts';
import type { Restatement } from './restatement.ts';

type Models = Pick<ChannelModels, 'outbox' | 'peers'>;

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

const notTaken = (to: Agency) => ({ to, open: true as const, receipt: { $exists: false } });

export async function outOfStep(models: Models, outbox: Pick<Outbox, 'lastNumber'>): Promise<OutOfStep[]> {
  const peers = await models.peers
    .find({
      _id: { $in: agencyNames },
      'blocked.reason': { $in: ['RESTORED', 'NOT_THE_SAME'] },
      'blocked.expected': { $exists: true },
    })
    .lean<PeerRecord[]>();
  return Promise.all(
    peers.map(async ({ _id, blocked }) => {
      const agency = _id as Agency;
      const waiting = await models.outbox.find(notTaken(agency), { _id: 1 }).lean();
      const last = await outbox.lastNumber(agency);
      return { agency, expected: blocked?.expected ?? 1, last, waiting: waiting.length };
    }),
  );
}

/** Messages that wait keep their order and get the numbers from the expected one on. */
async function renumber({ outbox }: Models, { agency, expected }: OutOfStep): Promise<void> {
  const waiting = await outbox.find(notTaken(agency)).sort({ number: 1 }).lean<OutboxRecord[]>();
  // The last one first: no number is another's at any moment, and whoever is interrupted can do it again.
  for (const [index, { _id, event: text }] of [...waiting.entries()].reverse()) {
    const event = readEvent(text);
    if (!event) continue;
    const number = expected + index;
    await outbox.updateOne({ _id }, { $set: { number, event: writeEvent({ ...event, number }) } });
  }
}

const atOnce = 50;

/**
 * Goes on with an agency after this one's database was restored: the numbers go on from the one that it expects, and it is
 * told anew what holds now. It can be done again; what was told twice is no more than that.
 * @returns how many messages tell it
 */
export async function resync(
  models: Models,
  outbox: Pick<Outbox, 'queue'>,
  step: OutOfStep,
  restatements: readonly Restatement[],
  at: Date,
): Promise<number> {
  const { agency, expected } = step;
  await renumber(models, step);
  await models.peers.updateOne({ _id: agency }, { $set: { numbersFrom: expected } });
  let told = 0;
  let batch: Message[] = [];
  const queue = async () => {
    await outbox.queue(batch);
    told += batch.length;
    batch = [];
  };
  for (const restatement of restatements) {
    for await (const message of restatement.messagesTo(agency, at)) {
      batch.push(message);
      if (batch.length === atOnce) await queue();
    }
  }
  await queue();
  await models.peers.updateOne({ _id: agency }, { $unset: { blocked: 1 } });
  return told;
}
