import type { Agency } from '../../../../terms/agencies.ts';
import { type Message, messageIdOf } from '../messages/message.ts';

/**
 * Messages that neighbouring numbers were compared within a day, for the overseers of other agencies. They name the day, and neither the
 * numbers nor whose they are.
 * @param run whose run it is, which the messages' ids are made of and do not tell
 */
export const messagesOfRun = (
  { whose, day, length, at }: { whose: string; day: Date; length: number; at: Date },
  others: readonly Agency[],
): Message[] =>
  others.map((to) => ({
    id: messageIdOf(`run ${to} ${day.toISOString()} ${whose}`, at),
    to,
    type: 'concord.indicator.run.v1',
    at,
    data: { day: day.toISOString().slice(0, 10), length },
  }));
