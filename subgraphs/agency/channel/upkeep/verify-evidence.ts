import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import type { InboxRecord } from '../stores/inbox-record.ts';
import type { OutboxRecord } from '../stores/outbox-record.ts';
import { readEvent } from '../wire/channel-event.ts';
import type { PeerKeys } from '../wire/peer-keys.ts';
import { readReceipt } from '../wire/receipt.ts';
import { hashOf, verifyText } from '../wire/signature.ts';

/**
 * Finds the fault of a receipt, which must be signed by the message's recipient, to its sender, on this content and number.
 * @param message without a hash where the content was erased and only the receipt knows it
 */
async function receiptFault(
  signed: string,
  [recipient, sender]: readonly [Agency, Agency],
  { hash, number }: { hash: string | undefined; number: number },
  keys: PeerKeys,
): Promise<string | undefined> {
  const receipt = await readReceipt(signed, keys, sender);
  if (receipt?.from !== recipient) return 'the receipt is not signed with a known key of its agency';
  if (receipt.outcome !== 'ACCEPTED') return 'the receipt is of no acceptance';
  if ((hash !== undefined && receipt.hash !== hash) || receipt.number !== number)
    return 'the receipt is on another message';
  return undefined;
}

async function sentFault(
  own: Agency,
  { _id, to, number, event: text, receipt }: OutboxRecord,
  keys: PeerKeys,
): Promise<string | undefined> {
  // Its content was erased when its time was over; the receipt is what stays of it.
  if (text === '' && receipt !== undefined)
    return receiptFault(receipt, [to, own], { hash: undefined, number }, keys);
  const event = readEvent(text);
  if (event?.from !== own || event.to !== to || event.id !== _id || event.number !== number)
    return 'the message is not what its record says';
  return receipt === undefined
    ? undefined
    : receiptFault(receipt, [to, own], { hash: hashOf(text), number }, keys);
}

async function receivedFault(own: Agency, record: InboxRecord, keys: PeerKeys): Promise<string | undefined> {
  const { _id, from, number, signed, event: text, hash, receipt } = record;
  if (signed === '' && text === '') return receiptFault(receipt, [own, from], { hash, number }, keys);
  const verified = await verifyText(signed, ['concord-message'], keys);
  if ('refused' in verified || verified.signer !== from)
    return 'the message is not signed with a known key of its agency';
  if (verified.text !== text || hashOf(text) !== hash) return 'what is kept is not what was signed';
  const event = readEvent(text);
  if (event?.from !== from || event.to !== own || `${from} ${event.id}` !== _id || event.number !== number)
    return 'the message is not what its record says';
  return receiptFault(receipt, [own, from], { hash, number }, keys);
}

/** Numbers that are missing: what is gone from the evidence cannot be checked. */
function gapsIn(numbers: readonly number[]): string[] {
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? 0;
    if (number === before + 1) return [];
    return [`${before + 1} to ${number - 1} are missing`];
  });
}

/** Everything that an agency keeps of its messages, by number. */
export interface Evidence {
  sent(to: Agency): AsyncIterable<OutboxRecord>;
  received(from: Agency): AsyncIterable<InboxRecord>;
}

export interface Checked {
  sent: number;
  acknowledged: number;
  received: number;
}

/**
 * Checks everything that an agency keeps of the channel.
 * @param tell called with each fault, in a line
 */
export async function verifyEvidence(
  own: Agency,
  evidence: Evidence,
  keys: PeerKeys,
  tell: (fault: string) => void,
): Promise<{ checked: Checked; faults: number }> {
  const checked: Checked = { sent: 0, acknowledged: 0, received: 0 };
  let faults = 0;
  const fault = (text: string) => {
    faults++;
    tell(text);
  };
  for (const agency of agencyNames.filter((each) => each !== own)) {
    const sent: number[] = [];
    for await (const record of evidence.sent(agency)) {
      const found = await sentFault(own, record, keys);
      if (found) fault(`to ${agency} ${record.number} ${record._id}: ${found}`);
      sent.push(record.number);
      checked.sent++;
      if (record.receipt !== undefined) checked.acknowledged++;
    }
    for (const gap of gapsIn(sent)) fault(`to ${agency}: ${gap}`);
    const received: number[] = [];
    for await (const record of evidence.received(agency)) {
      const found = await receivedFault(own, record, keys);
      if (found) fault(`from ${agency} ${record.number} ${record._id.split(' ')[1]}: ${found}`);
      received.push(record.number);
      checked.received++;
    }
    for (const gap of gapsIn(received)) fault(`from ${agency}: ${gap}`);
  }
  return { checked, faults };
}
