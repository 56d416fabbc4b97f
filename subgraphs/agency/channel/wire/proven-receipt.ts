import { isDeepStrictEqual } from 'node:util';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ReceiptProof } from '../../records/requests/request-messages.ts';
import { type ChannelEvent, readEvent } from './channel-event.ts';
import type { PeerKeys } from './peer-keys.ts';
import { receiptOn } from './receipt.ts';
import { hashOf } from './signature.ts';

/** A message that is told again, without the proof that came with it. */
export type ToldAgain = Pick<ChannelEvent, 'from' | 'type' | 'data'>;

/** Reads the time at which a message that is told again was first received; undefined where the proof proves nothing of it. */
export type ProvenReceipt = (proof: ReceiptProof, told: ToldAgain) => Promise<Date | undefined>;

/**
 * Checks receipts of an agency's own that other agencies tell back: signed by the agency, given to the one that tells, on the very event
 * that comes with it, and that event must say the same as the message that is told now.
 * @param keys those that the agency signs and has signed with; another agency's receipts count for nothing
 */
export const provenReceipt =
  (own: Agency, keys: PeerKeys): ProvenReceipt =>
  async ({ event: text, receipt: signed }, { from, type, data }) => {
    const receipt = await receiptOn(signed, keys, { from: own, to: from });
    if (receipt?.outcome !== 'ACCEPTED' || receipt.hash !== hashOf(text)) return undefined;
    const event = readEvent(text);
    if (event?.from !== from || event.to !== own || event.type !== type) return undefined;
    return isDeepStrictEqual(event.data, data) ? new Date(receipt.at) : undefined;
  };
