import { createHash } from 'node:crypto';
import { type FlattenedJWS, FlattenedSign, flattenedVerify } from 'jose';
import { z } from 'zod';
import type { Agency } from '../../../identity/agencies.ts';
import type { ChannelKey, PeerKeys } from './keys.ts';

/** What a signature is on; a receipt can never be taken for a message. */
export type Signed = 'concord-message' | 'concord-receipt';

/** What both are sent as: a JWS in the flattened JSON form (RFC 7515, section 7.2.2). */
export const signedContentType = 'application/jose+json';

export const hashOf = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('base64url');

const flattened = z.strictObject({ payload: z.string(), protected: z.string(), signature: z.string() });

/** @returns the text to send */
export async function signText(text: string, kind: Signed, { kid, key }: ChannelKey): Promise<string> {
  const signed = await new FlattenedSign(Buffer.from(text))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: kind })
    .sign(key);
  return JSON.stringify(signed);
}

export type Verified =
  | { text: string; signer: Agency }
  | { refused: 'NOT_JSON' | 'MALFORMED' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE' };

function parse(body: string): FlattenedJWS | 'NOT_JSON' | 'MALFORMED' {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return 'NOT_JSON';
  }
  const { data } = flattened.safeParse(value);
  return data ?? 'MALFORMED';
}

function kidOf(jws: FlattenedJWS): string | undefined {
  try {
    return z
      .object({ kid: z.string() })
      .parse(JSON.parse(Buffer.from(String(jws.protected), 'base64url').toString())).kid;
  } catch {
    return undefined;
  }
}

/** The text of what was verified when it came. */
export const contentOf = (body: string): string =>
  Buffer.from(flattened.parse(JSON.parse(body)).payload, 'base64url').toString();

/** Who has signed a text, told by the pinned keys alone. */
export async function verifyText(body: string, kind: Signed, keys: PeerKeys): Promise<Verified> {
  const jws = parse(body);
  if (typeof jws === 'string') return { refused: jws };
  const kid = kidOf(jws);
  if (kid === undefined) return { refused: 'MALFORMED' };
  const known = keys.get(kid);
  if (!known) return { refused: 'UNKNOWN_KEY' };
  try {
    const { payload, protectedHeader } = await flattenedVerify(jws, known.key, { algorithms: ['EdDSA'] });
    if (protectedHeader?.typ !== kind) return { refused: 'MALFORMED' };
    return { text: Buffer.from(payload).toString(), signer: known.agency };
  } catch {
    return { refused: 'BAD_SIGNATURE' };
  }
}
