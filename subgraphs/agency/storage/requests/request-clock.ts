import type { Model } from 'mongoose';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';

/** Finds the requests that time or a receipt changes, and the receipts. */
export interface RequestClock {
  /** The ids of those that time changes by then. */
  due(now: Date): AsyncIterable<string>;
  /** The ids of those that wait for receipts: of these messages, or of any. */
  awaiting(messages?: readonly string[]): AsyncIterable<string>;
  /** The messages whose receipts have come in, by their ids. */
  receiptsOf(messages: readonly string[]): Promise<Map<string, Pick<OutboxRecord, 'type' | 'receipt'>>>;
}

export function requestClock({
  requests,
  outbox,
}: {
  requests: Model<RequestRecord>;
  outbox: Model<OutboxRecord>;
}): RequestClock {
  async function* idsOf(filter: object) {
    for await (const { _id } of requests.find(filter, { _id: 1 }).lean<{ _id: string }>().cursor()) yield _id;
  }
  return {
    due: (now) => idsOf({ due: { $lte: now } }),
    awaiting: (messages) => idsOf({ awaits: messages ? { $in: [...messages] } : { $exists: true } }),
    async receiptsOf(messages) {
      if (messages.length === 0) return new Map();
      const found = await outbox
        .find({ _id: { $in: [...messages] } }, { type: 1, receipt: 1 })
        .lean<OutboxRecord[]>();
      return new Map(found.filter(({ receipt }) => receipt !== undefined).map((one) => [one._id, one]));
    },
  };
}
