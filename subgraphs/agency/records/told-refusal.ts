import type { refuse } from './problem.ts';

/** The code, the words and the place by which an officer is told why a step is not taken, and what to do. */
export type ToldRefusal = Parameters<typeof refuse>;

/** A record is in no state for the step. */
export const wrongState = (message: string, path: string): ToldRefusal => ['WRONG_STATE', message, path];

/** A step takes two officers, and this one has taken the first. */
export const takesAnother = (path: string): ToldRefusal => [
  'SAME_OFFICER',
  'The step before was yours, so this one is for another officer.',
  path,
];
