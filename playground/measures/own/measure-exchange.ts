import type { Agency } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  MeasureExchangeOfOwnDocuments,
  type MeasureExchangeShownFragment,
} from '../../generated/operations.ts';
import type { Translate } from '../../messages/translate.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The comparison of measures with one other agency. */
export type MeasureExchange = MeasureExchangeShownFragment;

export const measureExchangeOperation = (agency: Agency): OwnOperation =>
  operationOf(MeasureExchangeOfOwnDocuments[agency], {});

/** The comparison with each other agency in an answer, or the reason why it is not told. */
export function measureExchangeIn(
  answer: Answer,
  agency: Agency,
): { exchange: readonly MeasureExchange[] } | { gap: Gap } {
  const document = MeasureExchangeOfOwnDocuments[agency];
  const exchange = dataOf(document, answer)?.agency?.exchange;
  return exchange ? { exchange } : { gap: gapOf(document, answer, ['agency', 'exchange']) };
}

/** A series of measures that were authorised and compared, and not taken: here, or at the other agency, which tells no more of it than the least length. */
export interface ShownSeries {
  agency: Agency;
  /** The case or the officer; nothing of the other agency's is known. */
  whose: string;
  day: string;
  length: number;
  isLeast: boolean;
}

/** The series of this agency, which are the same beside each other one, and then those that the others tell of. */
export const seriesIn = (exchange: readonly MeasureExchange[], own: Agency): ShownSeries[] => [
  ...(exchange[0]?.series ?? []).map(({ case: number, officer, day, length }) => ({
    agency: own,
    whose: number ?? officer ?? '',
    day,
    length,
    isLeast: false,
  })),
  ...exchange.flatMap(({ agency, seriesThere }) =>
    seriesThere.map(({ day, length }) => ({ agency, whose: '', day, length, isLeast: true })),
  ),
];

/** The length of a series in words, as far as it is known. */
export const lengthInWords = (t: Translate, { length, isLeast }: ShownSeries): string =>
  isLeast ? t('measureExchange.orMore', { length }) : String(length);
