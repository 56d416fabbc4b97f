import { type NumberFormat, passedIf, valuesOf, weightedSum } from './number-format.ts';

const eleventh = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const twelfth = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** Russia's tax number of a person (ИНН); an organisation's has ten digits and is none of a suspect's documents. */
export const russiaTaxNumber: NumberFormat = {
  kind: 'TAX_NUMBER',
  issuer: 'RU',
  form: /^\d{12}$/,
  inWords: 'twelve digits (an organisation’s number has ten)',
  checksum: (number) => {
    const digits = valuesOf(number);
    const [first, second] = [eleventh, twelfth].map((weights) => (weightedSum(digits, weights) % 11) % 10);
    return passedIf(digits[10] === first && digits[11] === second);
  },
};
