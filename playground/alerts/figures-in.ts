import type { Agency } from '../../terms/agencies.ts';
import { type Gap, gapOf } from '../answer/gap.ts';
import { type AlertCountFragment, AlertFiguresOfOwnDocuments } from '../generated/operations.ts';
import type { Answer } from '../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../wire/operation-of.ts';

const day = 86_400_000;

/** Days that the page counts, today among them. */
export const daysCounted = 30;

/** The days that the page counts alerts of, in UTC, both counted. */
export function countedDays(now: Date): { from: string; until: string } {
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: dayOf(now.getTime() - (daysCounted - 1) * day), until: dayOf(now.getTime()) };
}

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
