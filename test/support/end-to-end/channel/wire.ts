import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  randomInt,
  sign,
  verify,
} from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackAddress } from '../stack.ts';
import { type AgencyName, part } from '../tokens.ts';
import { contentOf } from './reader.ts';

export type ChannelKey = JsonWebKey & { kid: string };

/** The key that a development stack has made for an agency's end of the channel. */
export const channelKeyOf = ({ dataDirectory }: StackAddress, agency: AgencyName): ChannelKey =>
  JSON.parse(readFileSync(join(dataDirectory, 'keys', `${agency}-channel.private.json`), 'utf8'));

const crockford = (length: number): string =>
  Array.from({ length }, () => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.charAt(randomInt(32))).join('');

export const newDossierId = (prefix: string): string => `${prefix}-${crockford(16)}`;

/** A CloudEvent of the channel. */
export type WireEvent = Record<string, unknown>;

/** Another message like one that was sent, of another dossier of its sender's. */
export function eventLike(sent: string, number: number, dossier: string): WireEvent {
  const event: WireEvent & { data: object } = JSON.parse(sent);
  return {
    ...event,
    id: `${Date.now().toString(36).padStart(9, '0')}-${crockford(10)}`,
    time: new Date().toISOString(),
    subject: dossier,
    sequence: String(number).padStart(12, '0'),
    data: { ...event.data, dossier },
  };
}

/** Signs an event as an agency does (RFC 7515, section 7.2.2). */
export function signedEvent(event: WireEvent, key: ChannelKey, typ = 'concord-message'): string {
  const header = part({ alg: 'EdDSA', kid: key.kid, typ });
  const payload = part(event);
  const privateKey = createPrivateKey({ key, format: 'jwk' });
  const signature = sign(null, Buffer.from(`${header}.${payload}`), privateKey).toString('base64url');
  return JSON.stringify({ payload, protected: header, signature });
}

export interface Answered {
  status: number;
  /** As it came. */
  text: string;
  /** What the recipient has signed. */
  receipt: Record<string, unknown>;
}

/** Posts a body to the channel of an agency. @throws when what comes back is not signed with that agency's key */
export async function postTo(stack: StackAddress, agency: AgencyName, body: string): Promise<Answered> {
  const response = await fetch(`${stack[agency]}/channel`, {
    method: 'POST',
    headers: { 'content-type': 'application/jose+json' },
    body,
  });
  const text = await response.text();
  const { payload, protected: header, signature } = JSON.parse(text);
  const key = createPublicKey({ key: channelKeyOf(stack, agency), format: 'jwk' });
  const isGenuine = verify(
    null,
    Buffer.from(`${header}.${payload}`),
    key,
    Buffer.from(signature, 'base64url'),
  );
  const { typ } = JSON.parse(Buffer.from(header, 'base64url').toString());
  if (!isGenuine || typ !== 'concord-receipt') throw new Error(`no receipt of ${agency}: ${text}`);
  return { status: response.status, text, receipt: contentOf(text) };
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
