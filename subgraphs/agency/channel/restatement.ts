import type { Agency } from '../../../identity/agencies.ts';
import type { Message } from './message.ts';

/** What an agency tells another anew, where it cannot be known any more what the other was told: what holds now. */
export interface Restatement {
  messagesTo(agency: Agency, at: Date): AsyncIterable<Message>;
}
