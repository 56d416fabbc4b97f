import type { Model } from 'mongoose';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';

/** Finds the requests that time or a receipt changes, and the receipts. */
export interface RequestClock {
  /** The ids of those that time changes by then. */
  due(now: Date): AsyncIterable<string>;
  /** The ids of those that wait for receipts: of these messages, or of any. */
  awaiting(messages?: readonly string[]): AsyncIterable<string>;
  /** The ids of those whose subject is to be looked up by then, as many as one run looks up: the ones that have waited longest. */
  sought(now: Date): AsyncIterable<string>;
  /** The messages whose receipts have come in, by their ids. */
  receiptsOf(messages: readonly string[]): Promise<Map<string, Pick<OutboxRecord, 'type' | 'receipt'>>>;
}

/** The most requests whose subjects one run looks up: another agency may have asked for thousands that are nobody. */
const mostSought = 100;

export function requestClock({
  requests,
  outbox,
}: {
  requests: Model<RequestRecord>;
  outbox: Model<OutboxRecord>;
}): RequestClock {
  const named = (filter: object) => requests.find(filter, { _id: 1 }).lean<{ _id: string }>();
  async function* idsOf(found: ReturnType<typeof named>) {
    for await (const { _id } of found.cursor()) yield _id;
  }
  return {
    due: (now) => idsOf(named({ due: { $lte: now } })),
    awaiting: (messages) => idsOf(named({ awaits: messages ? { $in: [...messages] } : { $exists: true } })),
    sought: (now) =>
      idsOf(
        named({ seekAt: { $lte: now } })
          .sort({ seekAt: 1 })
          .limit(mostSought),
      ),
    async receiptsOf(messages) {
      if (messages.length === 0) return new Map();
      const found = await outbox
        .find({ _id: { $in: [...messages] } }, { type: 1, receipt: 1 })
        .lean<OutboxRecord[]>();
      return new Map(found.filter(({ receipt }) => receipt !== undefined).map((one) => [one._id, one]));
    },
  };
}
