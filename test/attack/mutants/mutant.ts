import type { Edit } from '../../support/source-copy.ts';

/** One mend taken out of a copy of the source. */
export interface Mutant {
  /** As `Attack.mend` has it. */
  mend: string;
  edits: readonly Edit[];
}

/** A mend that one text of one file takes out. */
export const without = (mend: string, file: string, from: string, to: string): Mutant => ({
  mend,
  edits: [{ file, from, to }],
});
