import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { StackAddress } from '../stack.ts';
import { type ChannelKey, channelKeyOf, newDossierId, signedEvent, type WireEvent } from './wire.ts';

const stranger: ChannelKey = {
  ...(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JsonWebKey),
  kid: 'a stranger’s',
};

const altered = (body: string, change: (event: WireEvent) => WireEvent): string => {
  const jws = JSON.parse(body);
  const event = JSON.parse(Buffer.from(jws.payload, 'base64url').toString());
  return JSON.stringify({
    ...jws,
    payload: Buffer.from(JSON.stringify(change(event))).toString('base64url'),
  });
};

/** A body that is not a message of Belarus to Russia, the reason and the status of its refusal, and whether it counts as Belarus's. */
type Forged = [name: string, body: () => string, reason: string, status: number, isBelarus: boolean];

export function forgedMessages({
  agencies,
  decision,
  next,
}: {
  agencies: StackAddress;
  /** A genuine message of Belarus, changed. */
  decision: (changed?: WireEvent) => WireEvent;
  /** The number that Russia takes next. */
  next: () => number;
}): Forged[] {
  const key = () => channelKeyOf(agencies, 'belarus');
  return [
    ['a stranger has signed', () => signedEvent(decision(), stranger), 'UNKNOWN_KEY', 401, false],
    [
      'a stranger has signed in the name of the agency’s key',
      () => signedEvent(decision(), { ...stranger, kid: key().kid }),
      'BAD_SIGNATURE',
      401,
      false,
    ],
    [
      'was altered on its way',
      () => altered(signedEvent(decision(), key()), (event) => ({ ...event, subject: newDossierId('BY') })),
      'BAD_SIGNATURE',
      401,
      false,
    ],
    [
      'the recipient has signed itself',
      () => signedEvent(decision(), channelKeyOf(agencies, 'russia')),
      'UNKNOWN_KEY',
      401,
      false,
    ],
    [
      'the agency has signed in another’s name',
      () => signedEvent(decision({ source: 'urn:concord:russia' }), key()),
      'WRONG_AGENCY',
      422,
      true,
    ],
    [
      'is for another agency',
      () => signedEvent(decision({ recipient: 'BELARUS' }), key()),
      'WRONG_RECIPIENT',
      422,
      true,
    ],
    [
      'was signed as a receipt',
      () => signedEvent(decision(), key(), 'concord-receipt'),
      'MALFORMED',
      422,
      false,
    ],
    [
      'has the number nought',
      () => signedEvent(decision({ sequence: '000000000000' }), key()),
      'MALFORMED',
      422,
      true,
    ],
    [
      'has a number that is none',
      () => signedEvent(decision({ sequence: `-${String(next()).padStart(11, '0')}` }), key()),
      'MALFORMED',
      422,
      true,
    ],
    ['is not JSON', () => `no JSON ${newDossierId('BY')}`, 'NOT_JSON', 422, false],
    ['is JSON without a signature', () => JSON.stringify(decision()), 'MALFORMED', 422, false],
    [
      'is over 64 KiB',
      () => signedEvent(decision({ data: { padding: 'x'.repeat(64 * 1024) } }), key()),
      'TOO_LARGE',
      413,
      false,
    ],
  ];
}
