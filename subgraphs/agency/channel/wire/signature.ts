import { createHash } from 'node:crypto';
import { type FlattenedJWS, FlattenedSign, flattenedVerify } from 'jose';
import { z } from 'zod';
import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelKey, PeerKeys } from './peer-keys.ts';

/** The kinds of signed text, each named in its header: a receipt can never be taken for a message. */
export const signedKinds = ['concord-message', 'concord-receipt', 'concord-greeting'] as const;
export type Signed = (typeof signedKinds)[number];

/** Each is sent as a JWS in the flattened JSON form (RFC 7515, section 7.2.2). */
export const signedContentType = 'application/jose+json';

export const hashOf = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('base64url');

const flattened = z.strictObject({ payload: z.string(), protected: z.string(), signature: z.string() });

/**
 * No other members are allowed: any further one, such as `crit` with `b64` (RFC 7797), changes what the signature is on, so that two
 * readers of one message would not read the same.
 */
const protectedHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: z.string(),
  typ: z.enum(signedKinds),
});

/** @returns the text to send */
export async function signText(text: string, kind: Signed, { kid, key }: ChannelKey): Promise<string> {
  const signed = await new FlattenedSign(Buffer.from(text))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: kind })
    .sign(key);
  return JSON.stringify(signed);
}

export type Verified =
  | { text: string; signer: Agency; kind: Signed }
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

function headerOf(jws: FlattenedJWS): z.output<typeof protectedHeader> | undefined {
  try {
    return protectedHeader.parse(JSON.parse(Buffer.from(String(jws.protected), 'base64url').toString()));
  } catch {
    return undefined;
  }
}

/** Bytes that are no UTF-8 would be read as another text than was signed. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Verifies a text, and names its signer by the pinned keys alone. The text is decoded here and nowhere else: everything later
 * is done with this very text.
 */
export async function verifyText(body: string, kinds: readonly Signed[], keys: PeerKeys): Promise<Verified> {
  const jws = parse(body);
  if (typeof jws === 'string') return { refused: jws };
  const header = headerOf(jws);
  if (!header || !kinds.includes(header.typ)) return { refused: 'MALFORMED' };
  const known = keys.get(header.kid);
  if (!known) return { refused: 'UNKNOWN_KEY' };
  let payload: Uint8Array;
  try {
    ({ payload } = await flattenedVerify(jws, known.key, { algorithms: ['EdDSA'] }));
  } catch {
    return { refused: 'BAD_SIGNATURE' };
  }
  try {
    return { text: utf8.decode(payload), signer: known.agency, kind: header.typ };
  } catch {
    return { refused: 'MALFORMED' };
  }
}
