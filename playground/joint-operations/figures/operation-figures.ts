import type { Agency } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  type OperationFiguresOfBelarusQuery,
  OperationFiguresOfOwnDocuments,
} from '../../generated/operations.ts';
import { daysLater, isDay } from '../../measures/calendar/measure-day.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The joint operations that are in one state. */
export type OperationFigure = NonNullable<
  NonNullable<OperationFiguresOfBelarusQuery['agency']>['figures']
>[number];

/** The days from one to another, both counted, as a form has them. */
export interface CountedSpan {
  from: string;
  until: string;
}

/** The most days that are counted at once: the agency judges by the same. */
export const mostDaysCounted = 366;

/** The days of one year up to today. */
export const lastYear = (today: string): CountedSpan => ({ from: daysLater(today, -364), until: today });

/** True for days that the agency counts. */
export const isCountable = ({ from, until }: CountedSpan): boolean =>
  isDay(from) && isDay(until) && from <= until && until <= daysLater(from, mostDaysCounted - 1);

/** The question for the figures of some days. */
export const operationFiguresOperation = (agency: Agency, days: CountedSpan): OwnOperation =>
  operationOf(OperationFiguresOfOwnDocuments[agency], days);

/** The figures in an answer, or the reason why they are not told. */
export function operationFiguresIn(
  answer: Answer,
  agency: Agency,
): { figures: readonly OperationFigure[] } | { gap: Gap } {
  const document = OperationFiguresOfOwnDocuments[agency];
  const figures = dataOf(document, answer)?.agency?.figures;
  return figures ? { figures } : { gap: gapOf(document, answer, ['agency', 'figures']) };
}
