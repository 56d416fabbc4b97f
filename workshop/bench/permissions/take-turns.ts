import type { Contender } from './contenders.ts';

/** Microseconds of processor time an operation, a figure a round. */
export type Rounds = ReadonlyMap<Contender, readonly number[]>;

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function shuffled<One>(given: readonly One[]): One[] {
  const order = [...given];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other] as One, order[last] as One];
  }
  return order;
}

/**
 * Processor time, since on a machine that does other things too the clock counts theirs. Only young garbage is collected
 * before: after a full collection each contender's first operations are much slower, which hides what the later ones
 * cost.
 */
async function microsecondsAnOperation({ run }: Contender, operations: number): Promise<number> {
  globalThis.gc?.({ type: 'minor' });
  const before = process.cpuUsage();
  for (let done = 0; done < operations; done += 1) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / operations;
}

/**
 * The contenders take turns, in another order each round, so that whatever changes meets all of them; garbage of one is
 * collected before the next.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  { rounds, operations, warmUps }: { rounds: number; operations: number; warmUps: number },
): Promise<Rounds> {
  const measured = new Map(contenders.map((contender) => [contender, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const contender of shuffled(contenders)) {
      const figure = await microsecondsAnOperation(contender, operations);
      if (round >= 0) measured.get(contender)?.push(figure);
    }
  }
  return measured;
}

/** The median of the ratios in each round: what slows a round slows both of its figures. */
export function ratioTo(baseline: Contender, contender: Contender, measured: Rounds): number {
  const base = measured.get(baseline) ?? [];
  const figures = measured.get(contender) ?? [];
  return median(figures.map((figure, round) => figure / (base[round] ?? Number.NaN)));
}
