import type { Name } from '../environment.ts';

/** The ways in which a value is taken back. */
export const ways = ['CONTESTED', 'OF_A_VICTIM', 'ERASED'] as const;
export type Way = (typeof ways)[number];

/** A value that one agency has taken back once both had an alert of it. */
export interface TakenBack {
  indicator: string;
  by: Name;
  way: Way;
}

/** The planted identifiers, by their names, which are the same at both agencies. */
export interface Planted {
  /** Held by both, and never taken back. */
  matching: string[];
  takenBack: TakenBack[];
  /** Held by one of them alone. */
  alone: string[];
}
