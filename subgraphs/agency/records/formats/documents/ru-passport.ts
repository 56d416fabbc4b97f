import type { NumberFormat } from './number-format.ts';

/** Russia's passport for use at home: series of four digits, number of six. No check digit (not confirmed). */
export const russiaPassport: NumberFormat = {
  kind: 'PASSPORT',
  issuer: 'RU',
  form: /^\d{10}$/,
  inWords: 'ten digits, four of the series and six of the number (a passport for travel has nine)',
};
