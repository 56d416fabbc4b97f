import { type ComparingPace, genuineOf, withdrawnOfRound } from './comparing-pace.ts';

/** The names of what may go with a round, in its order. */
export interface RoundChoice {
  waiting: readonly string[];
  made: readonly string[];
  gone: readonly string[];
  dummies: readonly string[];
}

/** What goes with a round; undefined stands for a dummy. Each part has the same length in every round but the first. */
export interface RoundPlan {
  blinded: (string | undefined)[];
  told: (string | undefined)[];
  withdrawn: string[];
}

/** In an order that says nothing of which is which. */
function shuffled<Item>(items: readonly Item[], random: (below: number) => number): Item[] {
  const left = [...items];
  return items.map(() => left.splice(random(left.length), 1)[0] as Item);
}

/**
 * Chooses what goes with a round. Whatever waits, and if nothing does, it has as many slots, tokens and withdrawals as any; only the
 * first of all has nothing to take back.
 * @param random a whole number from 0 to below its argument
 */
export function roundPlan(
  { waiting, made, gone, dummies }: RoundChoice,
  pace: Pick<ComparingPace, 'slots'>,
  random: (below: number) => number,
): RoundPlan {
  const padded = (names: readonly string[]): (string | undefined)[] => {
    const genuine = names.slice(0, genuineOf(pace));
    return Array.from({ length: pace.slots }, (_, place) => genuine[place]);
  };
  return {
    blinded: shuffled(padded(waiting), random),
    told: shuffled(padded(made), random),
    withdrawn: [...gone, ...dummies].slice(0, withdrawnOfRound),
  };
}
