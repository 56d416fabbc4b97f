import { SpanKind } from '@opentelemetry/api';
import pRetry from 'p-retry';
import { timeoutSignal } from '../../../../server/time/timeout-signal.ts';
import { activeTraceparent } from '../../../../server/tracing/active-traceparent.ts';
import { inSpan, noteOutcome } from '../../../../server/tracing/in-span.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { mostMessages } from '../wire/message-limits.ts';
import type { ChannelKey, PeerKeys } from '../wire/peer-keys.ts';
import { examineReceipt, type Receipt } from '../wire/receipt.ts';
import { hashOf, type Signed, signedContentType, signText } from '../wire/signature.ts';
import {
  DeliveryError,
  type Failure,
  failureOf,
  networkFailure,
  type ReceiptFault,
  withoutReceipt,
} from './failure.ts';
import type { Peer } from './peer.ts';

/** A text to be signed and sent: an event with its number, or a greeting, which has none. */
export interface Letter {
  text: string;
  number?: number;
}

/** An agency's answer to a letter: a receipt that it has signed, on this one and no other. */
export interface Answer {
  receipt: Receipt;
  signed: string;
}

export interface DeliveryOptions {
  own: Agency;
  key: ChannelKey;
  peerKeys: PeerKeys;
  /** Asked before each attempt. */
  mayGoOn: () => Promise<boolean>;
  /** Called with the reason when it begins to wait for another attempt. */
  onWaiting: (failure: Failure) => void;
  /** Ends the waiting. */
  signal: AbortSignal;
  /** Milliseconds until another attempt, doubled each time up to the longest. */
  pause: { first: number; longest: number };
}

const longestAttempt = 10_000;
const longestReceipt = 2 * 1024;
/** A receipt for each: 50 x 2,048 = 102,400 bytes. */
const longestAnswer = mostMessages * longestReceipt;

/** Reads no further than the longest answer, however much comes. */
async function textOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > longestAnswer) throw new DeliveryError({ reason: 'RECEIPT_REFUSED', detail: 'TOO_LONG' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function post(url: URL, body: string): Promise<{ status: number; text: string }> {
  const traceparent = activeTraceparent();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': signedContentType, ...(traceparent !== undefined && { traceparent }) },
    body,
    // A redirection would send the message where nobody has pinned.
    redirect: 'error',
    signal: timeoutSignal(longestAttempt),
  });
  return { status: response.status, text: await textOf(response) };
}

/** A receipt on something else, such as one that was kept from another message, proves nothing of this one. */
function isOn({ text, number }: Letter, line: string, receipt: Receipt): boolean {
  if (receipt.outcome === 'REFUSED') return receipt.hash === hashOf(line);
  const outcome = number === undefined ? 'GREETED' : 'ACCEPTED';
  return receipt.outcome === outcome && receipt.hash === hashOf(text) && receipt.number === number;
}

/** The answers in a response, until the first that is not on its letter, and the fault of that one. */
async function answersIn(
  text: string,
  sent: readonly { letter: Letter; line: string }[],
  { agency }: Peer,
  { own, peerKeys }: Pick<DeliveryOptions, 'own' | 'peerKeys'>,
): Promise<{ answers: Answer[]; fault?: ReceiptFault }> {
  const receipts = text === '' ? [] : text.split('\n').slice(0, sent.length);
  const examined = await Promise.all(receipts.map((signed) => examineReceipt(signed, peerKeys, own)));
  const answers: Answer[] = [];
  for (const [index, { letter, line }] of sent.entries()) {
    const one = examined[index];
    if (!one) return { answers, fault: 'MISSING' };
    if ('refused' in one) return { answers, fault: one.refused };
    const { receipt } = one;
    if (receipt.from !== agency) return { answers, fault: 'ANOTHER_AGENCY' };
    if (!isOn(letter, line, receipt)) return { answers, fault: 'ANOTHER_MESSAGE' };
    answers.push({ receipt, signed: receipts[index] ?? '' });
    if (receipt.outcome === 'REFUSED') break;
  }
  return { answers };
}

/**
 * Sends letters, together, until the recipient has given a receipt for the first. They are signed anew each time, so that
 * a key that has changed meanwhile is the one that counts.
 * @returns an answer to each, in order; the last one may be a refusal, and the letters behind it have no answer; undefined
 * when it may not go on
 * @throws when its waiting is ended
 */
export async function deliver(
  letters: readonly Letter[],
  kind: Signed,
  peer: Peer,
  options: DeliveryOptions,
): Promise<Answer[] | undefined> {
  const { key, mayGoOn, onWaiting, signal, pause } = options;
  // A trace of its own: that of the request which a message tells of would show the other agency who has asked for what.
  const attributes = {
    'concord.agency': peer.agency,
    'concord.channel.letters': kind,
    'concord.channel.count': letters.length,
  };
  const traced = { kind: SpanKind.CLIENT, parent: 'none' as const, attributes };
  const send = async (): Promise<Answer[]> => {
    const sent = await Promise.all(
      letters.map(async (letter) => ({ letter, line: await signText(letter.text, kind, key) })),
    );
    // What fetch reports of a network is a TypeError, which p-retry takes for a fault of the program's.
    const body = sent.map(({ line }) => line).join('\n');
    const { status, text } = await post(peer.url, body).catch((error) => {
      throw networkFailure(error);
    });
    const { answers, fault = 'MISSING' } = await answersIn(text, sent, peer, options);
    if (answers.length === 0) throw withoutReceipt(status, fault);
    const outcome = answers.at(-1)?.receipt.outcome ?? '';
    noteOutcome(outcome, outcome === 'REFUSED');
    return answers;
  };
  const attempt = async (): Promise<Answer[] | undefined> => {
    if (!(await mayGoOn())) return undefined;
    return inSpan('channel.deliver', traced, send);
  };
  const onFailedAttempt = ({ error }: { error: Error }) => onWaiting(failureOf(error));
  return pRetry(attempt, {
    retries: Number.POSITIVE_INFINITY,
    factor: 2,
    minTimeout: pause.first,
    maxTimeout: pause.longest,
    randomize: true,
    signal,
    onFailedAttempt,
  });
}
