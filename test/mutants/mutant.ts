import type { Edit } from '../support/source-copy.ts';

/** A rule of the product, broken in the text of its source. */
export interface Mutant {
  /** The rule; of an attack's it is `Attack.mend`. */
  name: string;
  edits: readonly Edit[];
}

/** A rule that one text of one file breaks. */
export const without = (name: string, file: string, from: string, to: string): Mutant => ({
  name,
  edits: [{ file, from, to }],
});
