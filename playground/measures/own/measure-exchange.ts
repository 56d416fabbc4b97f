import type { Agency } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  MeasureExchangeOfOwnDocuments,
  type MeasureExchangeShownFragment,
} from '../../generated/operations.ts';
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
