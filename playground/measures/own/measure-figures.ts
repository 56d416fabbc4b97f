import type { Agency } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import {
  MeasureFiguresOfOwnDocuments,
  type MeasureFiguresShownFragment,
} from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** The numbers of measures that fewer than two officers have taken. */
export type MeasureFigures = MeasureFiguresShownFragment;

export const measureFiguresOperation = (
  agency: Agency,
  days: { from: string; until: string },
): OwnOperation => operationOf(MeasureFiguresOfOwnDocuments[agency], days);

/** The figures in an answer, or the reason why they are not told. */
export function measureFiguresIn(answer: Answer, agency: Agency): { figures: MeasureFigures } | { gap: Gap } {
  const document = MeasureFiguresOfOwnDocuments[agency];
  const figures = dataOf(document, answer)?.agency?.figures;
  return figures ? { figures } : { gap: gapOf(document, answer, ['agency', 'figures']) };
}
