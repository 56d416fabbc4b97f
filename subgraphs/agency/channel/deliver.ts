import pRetry from 'p-retry';
import type { Agency } from '../../../identity/agencies.ts';
import type { ChannelKey, PeerKeys } from './keys.ts';
import type { OutboxRecord } from './model.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import { hashOf, signedContentType, signText } from './signature.ts';
import type { Reach } from './stages.ts';

/** Another agency, as messages are sent to it. */
export interface Peer {
  agency: Agency;
  url: URL;
}

/** What an agency answered to a message: a receipt that it has signed, on this message and no other. */
export interface Answer {
  receipt: Receipt;
  signed: string;
}

export interface DeliveryOptions {
  key: ChannelKey;
  peerKeys: PeerKeys;
  reach: Reach;
  /** Asked before each attempt. */
  mayGoOn: () => Promise<boolean>;
  /** Told when it begins to wait for another attempt. */
  onWaiting: () => void;
  /** Ends the waiting. */
  signal: AbortSignal;
}

const longestAttempt = 10_000;
const longestReceipt = 16 * 1024;

/** Not often, so that an agency that is down for a week costs nothing; nor seldom, as it is back at any moment. */
const backoff = {
  retries: Number.POSITIVE_INFINITY,
  factor: 2,
  minTimeout: 200,
  maxTimeout: 5_000,
  randomize: true,
};

async function post(url: URL, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': signedContentType },
    body,
    // A redirection would send the message where nobody has pinned.
    redirect: 'error',
    signal: AbortSignal.timeout(longestAttempt),
  });
  const text = await response.text();
  if (text.length > longestReceipt) throw new Error('no receipt is so long');
  return text;
}

/** A receipt on something else, such as one that was kept from another message, proves nothing of this one. */
function isOn({ event, number }: OutboxRecord, body: string, receipt: Receipt): boolean {
  if (receipt.outcome === 'REFUSED') return receipt.hash === hashOf(body);
  return receipt.hash === hashOf(event) && receipt.number === number;
}

/**
 * Sends a message until the recipient has signed what it made of it. It is signed anew each time, so that a key that has
 * changed meanwhile is the one that counts.
 * @returns undefined when it may not go on
 * @throws when its waiting is ended
 */
export async function deliver(
  message: OutboxRecord,
  { agency, url }: Peer,
  { key, peerKeys, reach, mayGoOn, onWaiting, signal }: DeliveryOptions,
): Promise<Answer | undefined> {
  const attempt = async (): Promise<Answer | undefined> => {
    if (!(await mayGoOn())) return undefined;
    await reach('BEFORE_SENDING');
    const body = await signText(message.event, 'concord-message', key);
    // What fetch reports of a network is a TypeError, which p-retry takes for a fault of the program's.
    const signed = await post(url, body).catch((error) => {
      throw new Error('no answer', { cause: error });
    });
    const receipt = await readReceipt(signed, peerKeys);
    if (receipt?.from !== agency || !isOn(message, body, receipt)) throw new Error('no receipt');
    return { receipt, signed };
  };
  return pRetry(attempt, { ...backoff, signal, onFailedAttempt: onWaiting });
}
