import { type NumberFormat, passedIf, valuesOf, weightedSum } from './number-format.ts';

const weights = [9, 8, 7, 6, 5, 4, 3, 2, 1];
/** Numbers up to this one were given out before there were check digits. */
const lastUnchecked = '001001998';

/** Russia's number of individual insurance (СНИЛС). */
export const russiaInsuranceNumber: NumberFormat = {
  kind: 'INSURANCE_NUMBER',
  issuer: 'RU',
  form: /^\d{11}$/,
  inWords: 'eleven digits, such as in 000-000-000 00',
  checksum: (number) => {
    const counted = number.slice(0, 9);
    if (counted <= lastUnchecked) return 'NONE';
    // 100 is written 00.
    return passedIf((weightedSum(valuesOf(counted), weights) % 101) % 100 === Number(number.slice(9)));
  },
};
