import type { NumberFormat } from './number-format.ts';

/** Confirmed; a new one is added here when it is issued. */
const series = ['AB', 'BM', 'HB', 'KH', 'MP', 'MC', 'KB', 'PP', 'SP', 'DP'];

/** A passport of Belarus. It changes on renewal, unlike the personal number. No check digit (not confirmed). */
export const belarusPassport: NumberFormat = {
  kind: 'PASSPORT',
  issuer: 'BY',
  form: new RegExp(`^(${series.join('|')})\\d{7}$`),
  inWords: `one of the series ${series.join(', ')} and seven digits`,
  latin: true,
};
