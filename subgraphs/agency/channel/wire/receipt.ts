import { z } from 'zod';
import { type Agency, agencyNames } from '../../../../terms/agencies.ts';
import { type ChannelKey, type PeerKeys, publicOf } from './channel-keys.ts';
import { signText, verifyText } from './signature.ts';

/** Why a message is not taken. */
export const refusalReasons = [
  'NOT_JSON',
  'MALFORMED',
  'TOO_LARGE',
  /** Signed with a key that is not pinned: a stranger's, or one that was retired. */
  'UNKNOWN_KEY',
  'BAD_SIGNATURE',
  /** It names another sender than the one whose key has signed it. */
  'WRONG_AGENCY',
  'WRONG_RECIPIENT',
  /** A number further on than the next. */
  'OUT_OF_ORDER',
  /** Its number, or its id, is that of another message which was accepted before. */
  'NOT_THE_SAME',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What the recipient has made of a message: its evidence for the sender. */
const receiptSchema = z.strictObject({
  from: z.enum(agencyNames),
  /** Absent where nobody can be told to have sent it. */
  to: z.enum(agencyNames).optional(),
  /** ACCEPTED: it is stored, and comes into the records after all before it; what then becomes of it is not told abroad. */
  outcome: z.enum(['ACCEPTED', 'GREETED', 'REFUSED']),
  reason: z.enum(refusalReasons).optional(),
  /** SHA-256, base64url: of the text that was accepted; of the signed message that was refused, as it came. */
  hash: z.string(),
  number: z.number().int().min(1).optional(),
  /** The number that the recipient takes next; told to the sender alone. */
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
): Promise<{ receipt: Receipt } | { refused: RefusalReason }> {
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
