import type { Problem } from './problem.ts';

/** How an action ends, as the SDL's result types name it; everything but the first has written nothing. */
export type Outcome<Written> =
  | Written
  | { __typename: 'InvalidInput'; problems: Problem[] }
  | { __typename: 'StaleVersion'; currentVersion: number }
  | { __typename: 'UnknownRecord'; id: string };

export const invalid = (problems: Problem[]) => ({ __typename: 'InvalidInput' as const, problems });
export const stale = (currentVersion: number) => ({ __typename: 'StaleVersion' as const, currentVersion });
export const unknownRecord = (id: string) => ({ __typename: 'UnknownRecord' as const, id });
