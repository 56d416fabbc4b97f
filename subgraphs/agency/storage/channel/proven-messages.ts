import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import type { OutboxRecord } from '../../channel/stores/outbox-record.ts';
import { type ChannelEvent, readEvent } from '../../channel/wire/channel-event.ts';
import { type Message, newMessageId } from '../../records/messages/message.ts';
import { provenTypes, type ReceiptProof } from '../../records/requests/request-messages.ts';

/** A message whose receipt sets the clock of its request, with that receipt. */
export interface ProvenMessage {
  event: ChannelEvent;
  proof: ReceiptProof;
}

/**
 * The messages to an agency whose receipts set the clock of a request, from a number on and in order. One that was told again is no
 * second one: it has the proof of the first with it. One whose content was erased proves nothing any more.
 */
export async function* provenMessages(
  outbox: Model<OutboxRecord>,
  to: Agency,
  number = 1,
): AsyncIterable<ProvenMessage> {
  const sent = outbox.find({ to, number: { $gte: number } }).sort({ number: 1 });
  for await (const { type, event: text, receipt, open } of sent.lean<OutboxRecord>().cursor()) {
    if (open || receipt === undefined || !provenTypes.some((one) => one === type)) continue;
    const event = readEvent(text);
    if (event && !('proof' in event.data)) yield { event, proof: { event: text, receipt } };
  }
}

/**
 * The proofs that go with messages from a number on, which their recipient has lost and is sent again: it would take the time at which
 * they come again for the first. There are none where there is no message with that number, and so nothing is sent again.
 */
export async function provenAgain(
  outbox: Model<OutboxRecord>,
  to: Agency,
  number: number,
  at: Date,
): Promise<Message[]> {
  const messages: Message[] = [];
  if (!(await outbox.exists({ to, number }))) return messages;
  for await (const { event, proof } of provenMessages(outbox, to, number)) {
    const { type, subject, data } = event;
    messages.push({
      id: newMessageId(at),
      to,
      type,
      at,
      ...(subject !== undefined && { subject }),
      data: { ...data, proof },
    });
  }
  return messages;
}
