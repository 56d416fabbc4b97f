import type { NumberFormat } from './number-format.ts';

/** Russia's passport for travel: series of two digits, number of seven (not confirmed). */
export const russiaTravelPassport: NumberFormat = {
  kind: 'TRAVEL_PASSPORT',
  issuer: 'RU',
  form: /^\d{9}$/,
  inWords: 'nine digits, two of the series and seven of the number (a passport for use at home has ten)',
};
