/** The names of what may go with a round, in its order. */
export interface RoundChoice {
  waiting: readonly string[];
  made: readonly string[];
  gone: readonly string[];
  dummies: readonly string[];
}

/** The size of a round, which is the same whatever it says. */
export interface RoundSize {
  /** Blinded elements. */
  slots: number;
  /** The most elements, and the most tokens, that are no dummies. */
  genuine: number;
  /** Tokens that it tells. */
  told: number;
  /** Tokens that it takes back. */
  withdrawn: number;
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
  size: RoundSize,
  random: (below: number) => number,
): RoundPlan {
  const padded = (names: readonly string[], length: number): (string | undefined)[] => {
    const genuine = names.slice(0, size.genuine);
    return Array.from({ length }, (_, place) => genuine[place]);
  };
  return {
    blinded: shuffled(padded(waiting, size.slots), random),
    told: shuffled(padded(made, size.told), random),
    withdrawn: [...gone, ...dummies].slice(0, size.withdrawn),
  };
}
