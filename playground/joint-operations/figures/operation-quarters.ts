import { type Agency, othersThan, subgraphOf } from '../../../terms/agencies.ts';
import { type Gap, gapOf } from '../../answer/gap.ts';
import { type OperationQuarterShownFragment, OperationQuartersDocument } from '../../generated/operations.ts';
import type { Answer } from '../../wire/answer.ts';
import { dataOf, type OwnOperation, operationOf } from '../../wire/operation-of.ts';

/** What an agency's operations of one quarter came to; a number is null where that agency does not tell it. */
export interface QuarterRow extends OperationQuarterShownFragment {
  agency: Agency;
}

/** The quarters that are counted, the present one among them: an agency tells of no more at a time. */
export const quartersCounted = 8;

const quarterName = (index: number): string => `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;

/** The quarters up to the present one, in UTC, both counted: such as from `2025-Q1` until `2026-Q4`. */
export function countedQuarters(now: Date): { from: string; until: string } {
  const last = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3);
  return { from: quarterName(last - quartersCounted + 1), until: quarterName(last) };
}

/** The question for the quarters, which both agencies answer. */
export const quartersOperation = (_agency: Agency, quarters: { from: string; until: string }): OwnOperation =>
  operationOf(OperationQuartersDocument, quarters);

/**
 * The quarters in an answer, the last one first and in each the own agency's before the others', with the reason for each agency that told nothing.
 */
export function quartersIn(
  answer: Answer,
  own: Agency,
): { rows: QuarterRow[]; gaps: { agency: Agency; gap: Gap }[] } {
  const data = dataOf(OperationQuartersDocument, answer);
  const rows: QuarterRow[] = [];
  const gaps: { agency: Agency; gap: Gap }[] = [];
  const agencies = [own, ...othersThan(own)];
  for (const agency of agencies) {
    const name = subgraphOf(agency);
    const half = data?.[name];
    const told = half?.quarters;
    if (told) rows.push(...told.map((quarter) => ({ ...quarter, agency })));
    else
      gaps.push({
        agency,
        gap: gapOf(OperationQuartersDocument, answer, [name, ...(half ? ['quarters'] : [])]),
      });
  }
  const place = ({ agency }: QuarterRow) => agencies.indexOf(agency);
  rows.sort((one, other) => other.quarter.localeCompare(one.quarter) || place(one) - place(other));
  return { rows, gaps };
}
