import { type NumberFormat, passedIf, valuesOf, weightedSum } from './number-format.ts';

const weights = [29, 23, 19, 17, 13, 7, 5, 3];
/** The letters of the form that persons have: the second letter counts as its place in this list. */
const secondLetters = 'ABCEHKMOPT';

function checkDigit(number: string): number {
  const values = valuesOf(number);
  const place = secondLetters.indexOf(number.charAt(1));
  if (place >= 0) values[1] = place;
  return weightedSum(values, weights) % 11;
}

/** Belarus's tax number (УНП). No number has the check digit 10. */
export const belarusTaxNumber: NumberFormat = {
  kind: 'TAX_NUMBER',
  issuer: 'BY',
  form: new RegExp(`^(\\d{2}|[A-Z][${secondLetters}])\\d{7}$`),
  inWords: `nine digits, or a letter, one of ${secondLetters} and seven digits`,
  latin: true,
  checksum: (number) => passedIf(checkDigit(number) === Number(number.at(-1))),
};
