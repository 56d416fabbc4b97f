import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/**
 * A text that only its maker can read, and that opens for nothing else than it was bound to: AES-256-GCM, with what it is bound to as
 * additional authenticated data (RFC 5116). Maker and reader stand side by side.
 */

const algorithm = 'aes-256-gcm';
const ivLength = 12;
const tagLength = 16;

export interface Sealed {
  text: string;
  /** Authenticated with the text and not in it. */
  boundTo: string;
}

/**
 * A number for sealing that follows from what is sealed, so that the same text for the same use is the same each time; under one key
 * only equal texts have equal numbers, as the mode demands.
 */
export const ivOf = (key: Buffer, { text, boundTo }: Sealed): Buffer =>
  createHmac('sha256', key)
    .update(`${Buffer.byteLength(boundTo)} ${boundTo}${text}`)
    .digest()
    .subarray(0, ivLength);

/** @param key of 32 bytes */
export function sealText(key: Buffer, { text, boundTo }: Sealed, iv: Buffer = randomBytes(ivLength)): string {
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([iv, sealed, cipher.getAuthTag()]).toString('base64url');
}

/** @throws when it was altered, bound to something else, sealed under another key, or is longer than `longest` characters */
export function openText(key: Buffer, { text, boundTo }: Sealed, { longest }: { longest: number }): string {
  if (text.length > longest) throw new Error('too long');
  const bytes = Buffer.from(text, 'base64url');
  // Node's decoder passes over what is not of the alphabet, and over bits that stand for nothing.
  if (bytes.toString('base64url') !== text) throw new Error('not base64url');
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), { authTagLength: tagLength })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(-tagLength));
  const sealed = bytes.subarray(ivLength, -tagLength);
  return Buffer.concat([decipher.update(sealed), decipher.final()]).toString();
}
