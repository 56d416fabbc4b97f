import { hkdfSync } from 'node:crypto';
import type { SigningKey } from './ed25519-keys.ts';

/** Length of a key of AES-256, in bytes. */
const length = 32;

/**
 * A secret key for one use, derived from a signing key, the gateway's or an agency's (HKDF, RFC 5869): every process that has the
 * one has the other, so there is no further secret to hand out.
 * @param use tells the keys of different uses apart
 */
export function derivedKey({ key }: SigningKey, use: string): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  return Buffer.from(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', use, length));
}
