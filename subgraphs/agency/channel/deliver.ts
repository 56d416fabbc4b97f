import { SpanKind } from '@opentelemetry/api';
import pRetry from 'p-retry';
import type { Agency } from '../../../identity/agencies.ts';
import { inSpan, noteOutcome } from '../../../server/tracing/in-span.ts';
import { activeTraceparent } from '../../../server/tracing/traceparent.ts';
import { mostMessages } from './arrival.ts';
import type { ChannelKey, PeerKeys } from './keys.ts';
import { type Receipt, readReceipt } from './receipt.ts';
import { hashOf, type Signed, signedContentType, signText } from './signature.ts';
import type { Reach } from './stages.ts';

/** Another agency, as messages are sent to it. */
export interface Peer {
  agency: Agency;
  url: URL;
}

/** What is signed and sent: an event with its number, or a greeting, which has none. */
export interface Letter {
  text: string;
  number?: number;
}

/** What an agency answered to a letter: a receipt that it has signed, on this one and no other. */
export interface Answer {
  receipt: Receipt;
  signed: string;
}

export interface DeliveryOptions {
  own: Agency;
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
const longestReceipt = 2 * 1024;
/** A receipt for each: 50 x 2,048 = 102,400 bytes. */
const longestAnswer = mostMessages * longestReceipt;

/** Not often, so that an agency that is down for a week costs nothing; nor seldom, as it is back at any moment. */
const backoff = {
  retries: Number.POSITIVE_INFINITY,
  factor: 2,
  minTimeout: 200,
  maxTimeout: 5_000,
  randomize: true,
};

/** Reads no further than an answer goes, whatever comes. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new Error('no answer is so long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function post(url: URL, body: string): Promise<string> {
  const traceparent = activeTraceparent();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': signedContentType, ...(traceparent !== undefined && { traceparent }) },
    body,
    // A redirection would send the message where nobody has pinned.
    redirect: 'error',
    signal: AbortSignal.timeout(longestAttempt),
  });
  return textOf(response);
}

/** A receipt on something else, such as one that was kept from another message, proves nothing of this one. */
function isOn({ text, number }: Letter, line: string, receipt: Receipt): boolean {
  if (receipt.outcome === 'REFUSED') return receipt.hash === hashOf(line);
  const outcome = number === undefined ? 'GREETED' : 'ACCEPTED';
  return receipt.outcome === outcome && receipt.hash === hashOf(text) && receipt.number === number;
}

/**
 * Sends letters, together, until the recipient has signed what it made of the first. They are signed anew each time, so that
 * a key that has changed meanwhile is the one that counts.
 * @returns an answer to each, in order; the last one may be a refusal, and of those behind it nothing is known; undefined
 * when it may not go on
 * @throws when its waiting is ended
 */
export async function deliver(
  letters: readonly Letter[],
  kind: Signed,
  { agency, url }: Peer,
  { own, key, peerKeys, reach, mayGoOn, onWaiting, signal }: DeliveryOptions,
): Promise<Answer[] | undefined> {
  // A trace of its own: that of the request which a message tells of would show the other agency who has asked for what.
  const attributes = {
    'concord.agency': agency,
    'concord.channel.letters': kind,
    'concord.channel.count': letters.length,
  };
  const traced = { kind: SpanKind.CLIENT, parent: 'none' as const, attributes };
  const send = async (): Promise<Answer[]> => {
    const lines = await Promise.all(letters.map(({ text }) => signText(text, kind, key)));
    // What fetch reports of a network is a TypeError, which p-retry takes for a fault of the program's.
    const answered = await post(url, lines.join('\n')).catch((error) => {
      throw new Error('no answer', { cause: error });
    });
    const receipts = answered.split('\n').slice(0, letters.length);
    const read = await Promise.all(receipts.map((signed) => readReceipt(signed, peerKeys, own)));
    const answers: Answer[] = [];
    for (const [index, letter] of letters.entries()) {
      const receipt = read[index];
      const isItsOwn = receipt?.from === agency && isOn(letter, lines[index] ?? '', receipt);
      if (!isItsOwn) break;
      answers.push({ receipt, signed: receipts[index] ?? '' });
      if (receipt.outcome === 'REFUSED') break;
    }
    if (answers.length === 0) throw new Error('no receipt');
    const outcome = answers.at(-1)?.receipt.outcome ?? '';
    noteOutcome(outcome, outcome === 'REFUSED');
    return answers;
  };
  const attempt = async (): Promise<Answer[] | undefined> => {
    if (!(await mayGoOn())) return undefined;
    if (kind === 'concord-message') await reach('BEFORE_SENDING');
    return inSpan('channel.deliver', traced, send);
  };
  return pRetry(attempt, { ...backoff, signal, onFailedAttempt: onWaiting });
}
