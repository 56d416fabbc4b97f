import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';

/** A statement of what holds now, to an agency of which it is not known any more which messages it has. */
export interface Restatement {
  messagesTo(agency: Agency, at: Date): AsyncIterable<Message>;
}
