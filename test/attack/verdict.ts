import type { Outcome } from './attack.ts';

export interface Verdict {
  /** The last line of a run. */
  line: string;
  /** Whether all held by what is meant to hold them, and each script was shown able to succeed. */
  holds: boolean;
}

/** The result of a run, from the outcomes of its attacks. */
export function verdictOf(outcomes: readonly Outcome[], fewest: number): Verdict {
  const succeeded = outcomes.filter((outcome) => outcome === 'succeeded').length;
  return {
    line: `${outcomes.length} attacks, ${succeeded} succeeded`,
    holds: outcomes.every((outcome) => outcome === 'held') && outcomes.length >= Math.max(1, fewest),
  };
}
