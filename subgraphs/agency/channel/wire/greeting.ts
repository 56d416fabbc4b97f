import { z } from 'zod';
import { agencyNames } from '../../../../terms/agencies.ts';
import { messageIdForm } from '../../records/messages/message.ts';

/**
 * A greeting, which an agency sends at its start and every hour, so that a database that was restored from a backup is noticed
 * before anything is sent, and messages that the other side lacks are sent without waiting for the next one.
 */
const greetingSchema = z.strictObject({
  /** Different each time, so that an answer to an earlier one is none to this. */
  id: z.string().regex(messageIdForm),
  from: z.enum(agencyNames),
  to: z.enum(agencyNames),
  /** The last number that it has given; 0 before the first. */
  sent: z.number().int().min(0),
  /** The last number that it has received. */
  received: z.number().int().min(0),
});
export type Greeting = z.infer<typeof greetingSchema>;

/** The text that is signed. */
export const writeGreeting = (greeting: Greeting): string => JSON.stringify(greeting);

export function readGreeting(text: string): Greeting | undefined {
  try {
    return greetingSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
