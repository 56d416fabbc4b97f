import type { Agency } from '../../terms/agencies.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import { type ExchangeFragment, ExchangeOfOwnDocuments } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

export const exchangeOperation = (agency: Agency): OwnOperation =>
  operationOf(ExchangeOfOwnDocuments[agency], {});

/** The exchange with each other agency in an answer, or the reason why it is not told. */
export function exchangeIn(
  answer: Answer,
  agency: Agency,
): { exchange: readonly ExchangeFragment[] } | { gap: Gap } {
  const exchange = dataOf(ExchangeOfOwnDocuments[agency], answer)?.agency?.exchange;
  return exchange
    ? { exchange }
    : { gap: gapOf(ExchangeOfOwnDocuments[agency], answer, ['agency', 'exchange']) };
}
