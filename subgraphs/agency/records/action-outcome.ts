import type { Problem } from './problem.ts';

/** The outcome of an action, under the names of the SDL's result types; only the first has written anything. */
export type ActionOutcome<Written> =
  | Written
  | { __typename: 'InvalidInput'; problems: Problem[] }
  | { __typename: 'StaleVersion'; currentVersion: number }
  | { __typename: 'UnknownRecord'; id: string };

export const invalid = (problems: Problem[]) => ({ __typename: 'InvalidInput' as const, problems });
export const stale = (currentVersion: number) => ({ __typename: 'StaleVersion' as const, currentVersion });
export const unknownRecord = (id: string) => ({ __typename: 'UnknownRecord' as const, id });
