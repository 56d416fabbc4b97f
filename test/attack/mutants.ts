/** One mend taken out of a copy of the source. */
export interface Mutant {
  /** As `Attack.mend` has it. */
  mend: string;
  file: string;
  /** A text that occurs once in the file. */
  from: string;
  to: string;
}

export const mutants: readonly Mutant[] = [
  {
    mend: 'tokens for abroad',
    file: 'gateway/abroad/presenting.ts',
    from: 'if (home === audience) return',
    to: 'if (home !== undefined) return',
  },
  {
    mend: 'nested suspects',
    file: 'gateway/limits/nested-suspects.ts',
    from: 'if (inside <= most) return;',
    to: 'if (inside <= most + 10) return;',
  },
  {
    mend: 'estimate of fetches',
    file: 'gateway/limits/limits.ts',
    from: 'fetches: 80,',
    to: 'fetches: 80_000,',
  },
  {
    mend: 'requests at a time',
    file: 'gateway/callers/caller-limits.ts',
    from: 'if (spending.underWay >= atATime)',
    to: 'if (spending.underWay >= atATime * 100)',
  },
  {
    mend: 'cost a minute',
    file: 'gateway/callers/caller-limits.ts',
    from: 'Math.min(cost, this.#options.costAMinute)',
    to: 'Math.min(cost / 1000, this.#options.costAMinute)',
  },
];
