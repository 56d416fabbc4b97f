import type { Row } from './print-rows.ts';

/** Requests a second: ours divided by each contender's; null for one that could not run. */
export interface Ratios {
  stock: number;
  hive: number | null;
  plain: number;
  floor: number;
  errors: number;
}

type Figure = Exclude<keyof Ratios, 'errors'>;
type Where = 'memory' | 'mongodb';

/** The least that each ratio is to be. */
const goals: Record<Where, Partial<Record<Figure, number>>> = {
  memory: { stock: 4, hive: 3, plain: 6, floor: 0.35 },
  mongodb: { stock: 2, plain: 3 },
};

const rowNamed = (rows: readonly Row[], name: string): Row | undefined =>
  rows.find((row) => row.name === name);

/** @param raw the name of the floor's row */
export function ratiosOf(rows: readonly Row[], raw: string): Ratios {
  const ours = rowNamed(rows, 'ours')?.rate ?? Number.NaN;
  const ratioTo = (name: string) => Number((ours / (rowNamed(rows, name)?.rate ?? Number.NaN)).toFixed(2));
  return {
    stock: ratioTo('stock'),
    hive: rowNamed(rows, 'hive') ? ratioTo('hive') : null,
    plain: ratioTo('plain'),
    floor: ratioTo(raw),
    // A wrong or refused answer ends the run; so there is no figure with one.
    errors: 0,
  };
}

/** The goals that are missed, after a line for each goal. */
export function tellGoals(
  results: Record<Where, Ratios>,
  print: (line: string) => void,
): { where: Where; figure: Figure }[] {
  const missed: { where: Where; figure: Figure }[] = [];
  for (const where of ['memory', 'mongodb'] as const)
    for (const [figure, least] of Object.entries(goals[where]) as [Figure, number][]) {
      const ratio = results[where][figure];
      const isMissed = ratio !== null && !(ratio >= least);
      print(
        `${where}, ${figure}: ${ratio ?? 'no figure'}, goal at least ${least}${isMissed ? ' — MISSED' : ''}`,
      );
      if (isMissed) missed.push({ where, figure });
    }
  return missed;
}
