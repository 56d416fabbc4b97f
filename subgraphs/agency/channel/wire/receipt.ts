import { z } from 'zod';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import { type ChannelRefusalReason, channelRefusalReasons } from '../../../../terms/enums.ts';
import { type ChannelKey, type PeerKeys, publicOf } from './peer-keys.ts';
import { signText, verifyText } from './signature.ts';

/** The recipient's signed answer to a message: the sender's evidence. */
const receiptSchema = z.strictObject({
  from: z.enum(agencyNames),
  /** Absent where no known agency has signed the message. */
  to: z.enum(agencyNames).optional(),
  /** ACCEPTED: it is stored, and comes into the records after all before it; whether it was applied stays at home. */
  outcome: z.enum(['ACCEPTED', 'GREETED', 'REFUSED']),
  reason: z.enum(channelRefusalReasons).optional(),
  /** SHA-256, base64url: of the text that was accepted; of the signed message that was refused, as it came. */
  hash: z.string(),
  number: z.number().int().min(1).optional(),
  /** The number that the recipient takes next; only the sender learns it. */
  expected: z.number().int().min(1).optional(),
  /** On the recipient's clock. */
  at: z.iso.datetime(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const signReceipt = (receipt: Receipt, key: ChannelKey): Promise<string> =>
  signText(JSON.stringify(receipt), 'concord-receipt', key);

/** Tells whether a receipt of this agency's own is signed with this key, and not with an earlier one. */
export async function isSignedWith(signed: string, own: Agency, key: ChannelKey): Promise<boolean> {
  const keys: PeerKeys = new Map([[key.kid, { agency: own, key: publicOf(key) }]]);
  return !('refused' in (await verifyText(signed, ['concord-receipt'], keys)));
}

/**
 * A receipt that an agency has signed, or why it is none.
 * @param own whom it must be to; a refusal may be to nobody, where its recipient could not tell whom it refuses
 */
export async function examineReceipt(
  body: string,
  keys: PeerKeys,
  own: Agency,
): Promise<{ receipt: Receipt } | { refused: ChannelRefusalReason }> {
  const verified = await verifyText(body, ['concord-receipt'], keys);
  if ('refused' in verified) return verified;
  try {
    const receipt = receiptSchema.parse(JSON.parse(verified.text));
    if (receipt.from !== verified.signer) return { refused: 'WRONG_AGENCY' };
    const isToOwn = receipt.to === own || (receipt.to === undefined && receipt.outcome === 'REFUSED');
    return isToOwn ? { receipt } : { refused: 'WRONG_RECIPIENT' };
  } catch {
    return { refused: 'MALFORMED' };
  }
}

/** A receipt that an agency has signed; undefined for anything else, and for one that is to another agency. */
export async function readReceipt(body: string, keys: PeerKeys, own: Agency): Promise<Receipt | undefined> {
  const examined = await examineReceipt(body, keys, own);
  return 'receipt' in examined ? examined.receipt : undefined;
}

/** A receipt that one agency has signed and given to another; undefined for anything else. */
export async function receiptOn(
  body: string,
  keys: PeerKeys,
  { from, to }: { from: Agency; to: Agency },
): Promise<Receipt | undefined> {
  const receipt = await readReceipt(body, keys, to);
  return receipt?.from === from && receipt.to === to ? receipt : undefined;
}

const payload = z.object({ payload: z.string() });

/**
 * The time of a receipt that this agency keeps. It was verified before it was kept, so that the time holds even when the key that it
 * is signed with has been retired since.
 */
export const timeOfKept = (signed: string): Date =>
  new Date(
    receiptSchema.parse(
      JSON.parse(Buffer.from(payload.parse(JSON.parse(signed)).payload, 'base64url').toString()),
    ).at,
  );
