import { type NumberFormat, passedIf, valuesOf, weightedSum } from './number-format.ts';

const weights = [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7];

/** The last digit, worked out of the 13 characters before it, with the weights of ICAO Doc 9303. */
export const personalNumberCheckDigit = (number: string): number =>
  weightedSum(valuesOf(number), weights) % 10;

/**
 * Belarus's personal number (идентификационный номер): the same through all passports of a person, on which the other
 * documents are matched. The first digit is sex and century and the next six are the birth date, it is believed; since
 * that is not confirmed, they are not compared with the recorded ones.
 */
export const belarusPersonalNumber: NumberFormat = {
  kind: 'PERSONAL_NUMBER',
  issuer: 'BY',
  form: /^[1-6]\d{6}[ABCHKEM]\d{3}(PB|BA|BI)\d$/,
  inWords: 'a digit 1 to 6, six digits, one of ABCHKEM, three digits, PB, BA or BI, and a digit',
  latin: true,
  checksum: (number) => passedIf(personalNumberCheckDigit(number) === Number(number.at(-1))),
};
