import type { Agency } from '../../../../terms/agencies.ts';
import type { Message } from '../../records/messages/message.ts';

/** What an agency tells another anew, where it cannot be known any more what the other was told: what holds now. */
export interface Restatement {
  messagesTo(agency: Agency, at: Date): AsyncIterable<Message>;
}
