import { createHmac } from 'node:crypto';
import { FlattenedEncrypt, type FlattenedJWE, flattenedDecrypt } from 'jose';

/**
 * Sealing of a text that only its maker can read, and that opens for nothing else than it was bound to: a JWE (RFC 7516) with
 * `dir` and `A256GCM`, whose additional authenticated data is what it is bound to. Its header is always the same and is left out.
 * Maker and reader stand side by side.
 */

const header = { alg: 'dir', enc: 'A256GCM' } as const;
const protectedHeader = Buffer.from(JSON.stringify(header)).toString('base64url');
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

const bytesOf = ({ iv = '', ciphertext, tag = '' }: FlattenedJWE): Buffer =>
  Buffer.concat([iv, ciphertext, tag].map((part) => Buffer.from(part, 'base64url')));

/**
 * @param key of 32 bytes
 * @param iv a random one unless it is given
 */
export async function sealText(key: Buffer, { text, boundTo }: Sealed, iv?: Buffer): Promise<string> {
  const sealing = new FlattenedEncrypt(Buffer.from(text))
    .setProtectedHeader(header)
    .setAdditionalAuthenticatedData(Buffer.from(boundTo));
  if (iv) sealing.setInitializationVector(iv);
  return bytesOf(await sealing.encrypt(key)).toString('base64url');
}

/** @throws when it was altered, bound to something else, sealed under another key, or is longer than `longest` characters */
export async function openText(
  key: Buffer,
  { text, boundTo }: Sealed,
  { longest }: { longest: number },
): Promise<string> {
  if (text.length > longest) throw new Error('too long');
  const bytes = Buffer.from(text, 'base64url');
  // Node's decoder passes over what is not of the alphabet, and over bits that stand for nothing.
  if (bytes.toString('base64url') !== text) throw new Error('not base64url');
  const { plaintext } = await flattenedDecrypt(
    {
      protected: protectedHeader,
      aad: Buffer.from(boundTo).toString('base64url'),
      iv: bytes.subarray(0, ivLength).toString('base64url'),
      ciphertext: bytes.subarray(ivLength, -tagLength).toString('base64url'),
      tag: bytes.subarray(-tagLength).toString('base64url'),
    },
    key,
    { keyManagementAlgorithms: [header.alg], contentEncryptionAlgorithms: [header.enc] },
  );
  return Buffer.from(plaintext).toString();
}
