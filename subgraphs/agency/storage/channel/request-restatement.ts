import type { Model } from 'mongoose';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import type { Restatement } from '../../channel/upkeep/restatement.ts';
import { readEvent } from '../../channel/wire/channel-event.ts';
import type { Message } from '../../records/messages/message.ts';
import { contentsOf } from '../../records/requests/request-change.ts';
import type { RequestRecord } from '../../records/requests/request-record.ts';
import { restatedRequest } from '../../records/requests/restated-request.ts';
import { provenMessages } from './proven-messages.ts';

const keyOf = ({ type, subject }: Pick<Message, 'type' | 'subject'>): string => `${type} ${subject}`;

/**
 * States anew what this agency has told another one of the requests between them, the oldest first; with the first receipts of what sets
 * their clock, so that an agency that has lost these counts as before.
 */
export const requestRestatement = ({
  requests,
  outbox,
}: {
  requests: Model<RequestRecord>;
  outbox: Model<OutboxRecord>;
}): Restatement => ({
  async *messagesTo(agency, at) {
    const proofs = new Map<string, string>();
    for await (const { event } of provenMessages(outbox, agency))
      if (!proofs.has(keyOf(event))) proofs.set(keyOf(event), event.id);

    async function withProof(message: Message): Promise<Message> {
      const id = proofs.get(keyOf(message));
      const sent = id === undefined ? null : await outbox.findOne({ _id: id }).lean<OutboxRecord>();
      if (sent?.receipt === undefined || !readEvent(sent.event)) return message;
      return { ...message, data: { ...message.data, proof: { event: sent.event, receipt: sent.receipt } } };
    }

    for await (const request of requests.find({}).sort({ place: 1 }).lean<RequestRecord>().cursor())
      if (request.other === agency)
        for (const message of restatedRequest(contentsOf(request), at)) yield withProof(message);
  },
});
