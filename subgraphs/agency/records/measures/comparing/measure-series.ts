import type { Agency } from '../../../../../terms/agencies.ts';
import { dayOf } from '../../../../../terms/days.ts';
import { type Message, newMessageId } from '../../messages/message.ts';

/** Days within which measures that are authorised and cancelled count as one series. */
export const seriesDays = 7;

/** The shortest series that overseers see: whoever tries values out authorises a measure, looks whether it clashes, and cancels it. */
export const shortestSeries = 3;

/**
 * Messages that there is a series, for the overseers of other agencies. They name the day, and neither an officer nor a case; their ids are random, since
 * one that followed from an officer could be guessed.
 */
export const messagesOfSeries = (
  { day, at }: { day: Date; at: Date },
  others: readonly Agency[],
): Message[] =>
  others.map((to) => ({
    id: newMessageId(at),
    to,
    type: 'concord.measure.series.v1',
    at,
    data: { day: dayOf(day), length: shortestSeries },
  }));
