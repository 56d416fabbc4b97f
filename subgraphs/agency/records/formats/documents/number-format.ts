import type { Checksum, documentKinds } from '../../../../../terms/enums.ts';

/** The form and the checks of numbers of one kind of document, of one issuing state. */
export interface NumberFormat {
  kind: (typeof documentKinds)[number];
  /** ISO 3166-1 alpha-2. */
  issuer: string;
  /** Form of the number without spaces and hyphens, in capitals; a number of another form is not of this kind. */
  form: RegExp;
  /** The form in words, to follow "must be". */
  inWords: string;
  /** Its letters are Latin, so a Cyrillic one that looks the same was meant to be. */
  latin?: true;
  /** Checks the check digit of a number of this form. Absent where none is known. */
  checksum?: (number: string) => Checksum;
}

export const passedIf = (agrees: boolean): Checksum => (agrees ? 'PASSED' : 'FAILED');

/** The sum of products of values and weights, for as many as there are weights; a weight without a value counts nothing. */
export const weightedSum = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0);

/** `0` to `9` as themselves, `A` to `Z` as 10 to 35. */
export const valuesOf = (number: string): number[] =>
  [...number].map((character) => Number.parseInt(character, 36));
