import { createHash } from 'node:crypto';
import type { Agency } from '../../../../terms/agencies.ts';
import { crockfordAlphabet } from '../../../../terms/crockford-alphabet.ts';
import { randomId } from '../random-id.ts';

/** A message from one agency to another. It is stored in the same write as the change that it tells of. */
export interface Message {
  /** See `newMessageId`. It stays the same however often the message is stored, numbered or sent. */
  id: string;
  to: Agency;
  /** Such as `concord.link.decided.v1`. */
  type: string;
  /** The time of the change, on the sender's clock. */
  at: Date;
  /** Its subject, such as a dossier of the sender's; absent where the recipient is not to learn that. */
  subject?: string;
  data: Readonly<Record<string, unknown>>;
}

export const messageIdForm = /^[0-9a-z]{9}-[0-9A-HJKMNP-TV-Z]{10}$/;

const timeOf = (at: Date): string => at.getTime().toString(36).padStart(9, '0');

/** A new id, in the order of time, which the database's own ids are not across processes. */
export const newMessageId = (at: Date): string => `${timeOf(at)}-${randomId(10)}`;

/** The time of an id, in milliseconds. */
export const timeOfMessageId = (id: string): Date => new Date(Number.parseInt(id.slice(0, 9), 36));

/** A text that comes before every id of this time, and after all of earlier ones. */
export const firstMessageId = (at: Date): string => timeOf(at);

/**
 * The id of a message that is stored again when the process ends before it is known to be: the same for the same cause.
 * @param at a moment of the cause, not of the attempt
 */
export function messageIdOf(cause: string, at: Date): string {
  const hash = createHash('sha256').update(cause).digest().subarray(0, 10);
  const characters = Array.from(hash, (byte) => crockfordAlphabet.charAt(byte % crockfordAlphabet.length));
  return `${timeOf(at)}-${characters.join('')}`;
}
