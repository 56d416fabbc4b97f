import { agreedAt } from './half/agreed-at.ts';
import type { JointOperation } from './half/joint-operation.ts';
import { addedResults, type OperationResults } from './half/operation-results.ts';

/** What an agency's operations of one quarter came to. */
export interface OperationQuarter {
  /** Such as `2026-Q1`, in UTC. */
  quarter: string;
  operations: number;
  /** Those that either agency ended before the last day. */
  endedEarly: number;
  results: OperationResults;
}

const quarterForm = /^(\d{4})-Q([1-4])$/;

/** The most quarters that are counted at once. */
export const mostQuarters = 8;

/** Counts quarters from the year 0. */
function indexOf(quarter: string): number | undefined {
  const [, year, number] = quarterForm.exec(quarter) ?? [];
  return year === undefined ? undefined : Number(year) * 4 + Number(number) - 1;
}

const quarterOf = (index: number): string =>
  `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(index % 4) + 1}`;
const beginningOf = (index: number): Date => new Date(Date.UTC(Math.floor(index / 4), (index % 4) * 3));
const indexOfDate = (at: Date): number => at.getUTCFullYear() * 4 + Math.floor(at.getUTCMonth() / 3);

/** Quarters from one to another, with the time that they take; undefined for what are none, or too many. */
export function quartersBetween(
  from: string,
  until: string,
): { quarters: string[]; from: Date; to: Date } | undefined {
  const [first, last] = [indexOf(from), indexOf(until)];
  if (first === undefined || last === undefined || last < first || last - first >= mostQuarters)
    return undefined;
  const quarters = Array.from({ length: last - first + 1 }, (_, n) => quarterOf(first + n));
  return { quarters, from: beginningOf(first), to: beginningOf(last + 1) };
}

/** Adds up operations that have ended, by the quarter in which they did; every quarter that is asked for is there. */
export async function operationQuarters(
  quarters: readonly string[],
  ended: AsyncIterable<{ operation: JointOperation; ended?: Date }>,
): Promise<OperationQuarter[]> {
  const counted = new Map(
    quarters.map((quarter) => [quarter, { operations: 0, endedEarly: 0, all: [] as OperationResults[] }]),
  );
  for await (const { operation, ended: at } of ended) {
    const quarter = at && counted.get(quarterOf(indexOfDate(at)));
    if (!quarter || !agreedAt(operation)) continue;
    quarter.operations += 1;
    if (operation.mine.ended ?? operation.theirs.ended) quarter.endedEarly += 1;
    if (operation.mine.results) quarter.all.push(operation.mine.results);
  }
  return [...counted].map(([quarter, { all, ...counts }]) => ({
    ...{ quarter, ...counts },
    results: addedResults(all),
  }));
}

/** No smaller number is told abroad: it may be of one case. */
const smallestTold = 3;

/** The figures of a quarter as another agency is told them. */
export interface ToldQuarter {
  quarter: string;
  operations: number | null;
  endedEarly: number | null;
  results: Record<'measures' | 'arrested' | 'victimsFound' | 'victimsWarned', number | null> &
    Record<'seized' | 'returned', OperationResults['seized'] | null>;
}

/** A quarter without small numbers. */
export function quarterAbroad({ quarter, operations, endedEarly, results }: OperationQuarter): ToldQuarter {
  const isTold = operations >= smallestTold;
  const told = (number: number) => (isTold && number >= smallestTold ? number : null);
  const { measures, arrested, victimsFound, victimsWarned, seized, returned } = results;
  return {
    quarter,
    operations: told(operations),
    endedEarly: told(endedEarly),
    results: {
      measures: told(measures),
      arrested: told(arrested),
      victimsFound: told(victimsFound),
      victimsWarned: told(victimsWarned),
      seized: isTold ? seized : null,
      returned: isTold ? returned : null,
    },
  };
}
