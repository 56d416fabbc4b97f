import type { Random } from '../chance/random.ts';
import { digits } from './digits.ts';

const weighedSum = (number: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * Number(number.charAt(i)), 0);

const eleventh = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** The two last digits of a person's INN. */
export function taxNumberDigits(first10: string): string {
  const d11 = (weighedSum(first10, eleventh) % 11) % 10;
  const d12 = (weighedSum(`${first10}${d11}`, [3, ...eleventh]) % 11) % 10;
  return `${d11}${d12}`;
}

/** An INN that is nobody's: it begins with the region that gave it out, and no region has the code 00. */
export function taxNumber(random: Random): string {
  const first10 = `00${digits(random, 8)}`;
  return first10 + taxNumberDigits(first10);
}

/** The two last digits of a SNILS. */
export const insuranceNumberDigits = (first9: string): string =>
  String((weighedSum(first9, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100).padStart(2, '0');

/** A SNILS that is nobody's: nine hundred million have not been given out, in a country of 150 million. */
export function insuranceNumber(random: Random): string {
  const first9 = `9${digits(random, 8)}`;
  return first9 + insuranceNumberDigits(first9);
}

/** Series and number of a passport that is nobody's: its series begins with the region's code, and none is 00. */
export const passport = (random: Random): string =>
  `00${String(random.between(0, 25)).padStart(2, '0')}${digits(random, 6)}`;

/** Of a passport for travel; its series begin with 5 to 7 (not confirmed), here with 0. */
export const travelPassport = (random: Random): string => `00${digits(random, 7)}`;

/** Twenty digits of a person's account, 40817, in a currency whose code, 000, ISO 4217 does not have. */
export const account = (random: Random): string => `40817000${digits(random, 12)}`;
