/** One mend taken out of a copy of the source. */
export interface Mutant {
  /** As `Attack.mend` has it. */
  mend: string;
  file: string;
  /** A text that occurs once in the file. */
  from: string;
  to: string;
}

export const mutants: readonly Mutant[] = [];
