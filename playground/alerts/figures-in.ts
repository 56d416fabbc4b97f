import type { Agency } from '../../terms/agencies.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import { type AlertCountFragment, AlertFiguresOfOwnDocuments } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

export const figuresOperation = (agency: Agency, days: { from: string; until: string }): OwnOperation =>
  operationOf(AlertFiguresOfOwnDocuments[agency], days);

/** The counts in an answer, or the reason why they are not told. */
export function figuresIn(
  answer: Answer,
  agency: Agency,
): { figures: readonly AlertCountFragment[] } | { gap: Gap } {
  const figures = dataOf(AlertFiguresOfOwnDocuments[agency], answer)?.agency?.figures;
  return figures
    ? { figures }
    : { gap: gapOf(AlertFiguresOfOwnDocuments[agency], answer, ['agency', 'figures']) };
}
