import type { Translate } from '../../messages/translate.ts';
import { wordsIn } from '../../messages/words-in.ts';
import type { Dated, Days } from '../calendar/measure-day.ts';

/** Days in words: one of them, or the first and the last. */
export function daysInWords(t: Translate, { from, until }: Days): string {
  const { date } = wordsIn(t);
  return from === until ? date(from) : `${date(from)} – ${date(until)}`;
}

/** The days of a measure in words, as far as they are known. */
export const measureDaysInWords = (t: Translate, { window, date }: Dated): string =>
  window ? daysInWords(t, window) : wordsIn(t).date(date);
