import { type OperationName, pageLengths } from './operations.ts';

/** Of each operation, by the dossiers of an agency. */
export type Figures = Map<
  OperationName,
  ReadonlyMap<number, { requestsPerSecond: number; commands: number }>
>;

/** The most that an operation may cost over the largest database, of what it costs over the one before it. */
const mostGrowth = 1.2;

/** Says of each goal whether it is met. @returns those that are missed */
export function tellGoals(
  figures: Figures,
  sizes: readonly number[],
  print: (line: string) => void,
): string[] {
  const missed: string[] = [];
  const tell = (goal: string, ratio: number, most: number) => {
    const isMet = ratio <= most;
    print(`${goal}: ${ratio.toFixed(2)}, goal at most ${most.toFixed(2)}${isMet ? '' : ' — MISSED'}`);
    if (!isMet) missed.push(goal);
  };
  const [smaller = 0, largest = 0] = sizes.slice(-2);
  const timeOf = (name: OperationName, size: number) =>
    1 / (figures.get(name)?.get(size)?.requestsPerSecond ?? Number.NaN);
  for (const name of figures.keys())
    tell(
      `cost of ${name}, ${largest} dossiers to ${smaller}`,
      timeOf(name, largest) / timeOf(name, smaller),
      mostGrowth,
    );
  for (const [index, longer] of pageLengths.entries()) {
    const shorter = pageLengths[index - 1];
    if (shorter === undefined || !figures.has(`list of ${shorter}`)) continue;
    const ratio = timeOf(`list of ${longer}`, largest) / timeOf(`list of ${shorter}`, largest);
    tell(`cost of a list of ${longer} to one of ${shorter}`, ratio, longer / shorter);
  }
  return missed;
}
