import type { Agency } from '../../../../terms/agencies.ts';
import type { ChannelRefusalReason } from '../../../../terms/enums.ts';
import { type ChannelEvent, readEvent } from '../wire/channel-event.ts';
import { type Greeting, readGreeting } from '../wire/greeting.ts';
import { largestMessage, mostMessages } from '../wire/message-limits.ts';
import type { PeerKeys } from '../wire/peer-keys.ts';
import { hashOf, verifyText } from '../wire/signature.ts';
import { addressRefusal } from './acceptance.ts';

/** A line of a body, and the agency that has signed it, if a known one has. */
interface Line {
  line: string;
  signer?: Agency;
}
export interface Refused extends Line {
  refused: ChannelRefusalReason;
}
export interface Genuine extends Line {
  signer: Agency;
  /** The signed text. */
  text: string;
  hash: string;
}
export type ArrivedMessage = Genuine & { event: ChannelEvent };
export type ArrivedGreeting = Genuine & { greeting: Greeting };

/** A body has a signed message, or a greeting, on each line; of more lines than it may have one is told. */
export const linesOf = (body: string): string[] =>
  body.slice(0, body.endsWith('\n') ? -1 : undefined).split('\n', mostMessages + 1);

/**
 * Examines a line by itself: its signature, its form and its address. What is signed is read only once its signature is good.
 * @param mayGoOn asked before each of the two, which take long
 * @returns undefined where it may not go on
 */
export async function examine(
  line: string,
  { own, keys, mayGoOn }: { own: Agency; keys: PeerKeys; mayGoOn: () => Promise<boolean> },
): Promise<Refused | ArrivedMessage | ArrivedGreeting | undefined> {
  if (!(await mayGoOn())) return undefined;
  if (Buffer.byteLength(line) > largestMessage) return { line, refused: 'TOO_LARGE' };
  const verified = await verifyText(line, ['concord-message', 'concord-greeting'], keys);
  if ('refused' in verified) return { line, refused: verified.refused };
  const { text, signer, kind } = verified;
  if (!(await mayGoOn())) return undefined;
  const genuine = { line, signer, text, hash: hashOf(text) };
  const greeting = kind === 'concord-greeting' ? readGreeting(text) : undefined;
  const event = kind === 'concord-message' ? readEvent(text) : undefined;
  const read = greeting ?? event;
  if (!read) return { line, signer, refused: 'MALFORMED' };
  const misaddressed = addressRefusal(read, signer, own);
  if (misaddressed) return { line, signer, refused: misaddressed };
  return greeting ? { ...genuine, greeting } : { ...genuine, event: event as ChannelEvent };
}
