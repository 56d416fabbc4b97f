import type { Agency } from '../../../../terms/agencies.ts';
import { type Message, newMessageId } from '../messages/message.ts';

/**
 * Messages that neighbouring numbers were compared within a day, for the overseers of other agencies. They name the day, and neither the
 * numbers nor whose they are; their ids are random, since one that followed from a case or an officer could be guessed.
 */
export const messagesOfRun = (
  { day, length, at }: { day: Date; length: number; at: Date },
  others: readonly Agency[],
): Message[] =>
  others.map((to) => ({
    id: newMessageId(at),
    to,
    type: 'concord.indicator.run.v1',
    at,
    data: { day: day.toISOString().slice(0, 10), length },
  }));
