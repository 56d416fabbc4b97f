import { setTimeout as sleep } from 'node:timers/promises';
import type { Agency } from '../../../../terms/agencies.ts';
import type { Outbox } from '../../channel/stores/outbox.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { PeerRecord } from '../../channel/stores/peer-record.ts';
import { writeEvent } from '../../channel/wire/channel-event.ts';
import { largestEvent } from '../../channel/wire/message-limits.ts';
import { hashOf } from '../../channel/wire/signature.ts';
import type { Message } from '../../records/messages/message.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { ChannelModels } from '../models/channel-models.ts';

/** Prefix of the places among the refused lines that hold messages too large to be sent. */
export const unsentTo = (to: Agency): string => `UNSENT ${to} `;
const unsentId = ({ to, id }: Message): string => `${unsentTo(to)}${id}`;

/** Milliseconds until another instance's write, which came first, can be read. */
const untilSeen = 20;

type Models = Pick<ChannelModels, 'outbox' | 'peers' | 'refused'>;

/** The last number that a message to an agency has. */
async function lastNumberTo({ outbox, peers }: Models, to: Agency): Promise<number> {
  const [last, peer] = await Promise.all([
    outbox
      .findOne({ to }, { number: 1 })
      .sort({ number: -1 })
      .readConcern('majority')
      .lean<Pick<OutboxRecord, 'number'>>(),
    peers.findOne({ _id: to }, { numbersFrom: 1 }).lean<Pick<PeerRecord, 'numbersFrom'>>(),
  ]);
  return Math.max(last?.number ?? 0, (peer?.numbersFrom ?? 1) - 1);
}

/** Gives messages their numbers. */
function numbering(from: Agency, models: Models): Pick<Outbox, 'queue'> {
  const { outbox, refused } = models;
  const recordOf = (message: Message, number: number): OutboxRecord => ({
    _id: message.id,
    to: message.to,
    number,
    type: message.type,
    event: writeEvent({ ...message, from, number }),
    queuedAt: new Date(),
    open: true,
  });
  // Every number takes as many digits as any other.
  const isTooLarge = (message: Message) =>
    Buffer.byteLength(writeEvent({ ...message, from, number: 1 })) > largestEvent;

  async function keepUnsent(message: Message): Promise<void> {
    const body = writeEvent({ ...message, from, number: 1 });
    const record = { at: new Date(), reason: 'TOO_LARGE' as const, signer: from, hash: hashOf(body), body };
    await refused.replaceOne({ _id: unsentId(message) }, record, { upsert: true });
  }

  /** An ordered write stops at the first that cannot be stored, so no number is left out. */
  async function queueTo(to: Agency, messages: readonly Message[]): Promise<void> {
    let left = [...messages];
    while (left.length > 0) {
      const next = (await lastNumberTo(models, to)) + 1;
      try {
        await outbox.insertMany(
          left.map((message, index) => recordOf(message, next + index)),
          { ordered: true },
        );
        return;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        // Some have their numbers already, or another instance was quicker with one.
        await sleep(untilSeen);
        const queued = await outbox
          .find({ _id: { $in: left.map(({ id }) => id) } }, { _id: 1 })
          .readConcern('majority')
          .lean<Pick<OutboxRecord, '_id'>[]>();
        left = left.filter(({ id }) => !queued.some(({ _id }) => _id === id));
      }
    }
  }

  return {
    async queue(messages) {
      const tooLarge = messages.filter(isTooLarge);
      for (const message of tooLarge) await keepUnsent(message);
      const sendable = messages.filter((message) => !tooLarge.includes(message));
      for (const to of new Set(sendable.map((message) => message.to))) {
        await queueTo(
          to,
          sendable.filter((message) => message.to === to),
        );
      }
    },
  };
}

/**
 * The numbered messages in an agency's database.
 * @param from the agency
 */
export function outboxStore(from: Agency, models: Models): Outbox {
  const { outbox } = models;
  return {
    ...numbering(from, models),
    head: (to, limit) =>
      outbox
        .find({ to, open: true })
        .sort({ number: 1 })
        .limit(limit)
        .readConcern('majority')
        .lean<OutboxRecord[]>()
        .exec(),
    async acknowledge(answers) {
      const first = answers.map(({ id, receipt, at }) => ({
        updateOne: {
          filter: { _id: id, receipt: { $exists: false } },
          update: { $set: { receipt, acknowledgedAt: at } },
        },
      }));
      const ids = answers.map(({ id }) => id);
      const closed = {
        updateMany: { filter: { _id: { $in: ids } }, update: { $unset: { open: 1 as const } } },
      };
      await outbox.bulkWrite([...first, closed], { ordered: true });
    },
    async sendAgainFrom(to, number) {
      if (!(await outbox.exists({ to, number }).readConcern('majority'))) return false;
      await outbox.updateMany({ to, number: { $gte: number } }, { $set: { open: true } });
      return true;
    },
    lastNumber: (to) => lastNumberTo(models, to),
  };
}
