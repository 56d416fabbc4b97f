import type { Random } from '../chance/random.ts';
import type { Person } from '../people/person.ts';
import { digits } from './digits.ts';

const weights = [7, 3, 1];

/** The last digit of a personal number: letters count from A = 10, weights 7, 3, 1 repeat, the sum's last digit is it. */
export const personalNumberDigit = (first13: string): string =>
  String([...first13].reduce((sum, c, i) => sum + Number.parseInt(c, 36) * (weights[i % 3] ?? 0), 0) % 10);

/** Citizens; foreigners and stateless people who live in Belarus. */
export type NumberHolder = 'PB' | 'BA' | 'BI';

/**
 * A personal number that agrees with sex and birth date and is nobody's: the three digits after the letter count those of
 * one day, sex and region (not confirmed), some thirty at most, and here begin with 9.
 */
export function personalNumber({ sex, born }: Person, holder: NumberHolder, random: Random): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const first = (year < '2000' ? 3 : 5) + (sex === 'FEMALE' ? 1 : 0);
  const region = random.pick([...'ABCHKEM']);
  const first13 = `${first}${day}${month}${year.slice(2)}${region}9${digits(random, 2)}${holder}`;
  return first13 + personalNumberDigit(first13);
}

/**
 * A passport that is nobody's: no series can have reached nine million, as its region has one or two million inhabitants
 * and the whole country nine (series are believed to be numbered from 1, not confirmed).
 */
export const passport = (random: Random): string =>
  `${random.pick(['AB', 'BM', 'HB', 'KH', 'MP', 'MC', 'KB', 'PP'])}9${digits(random, 6)}`;

const taxWeights = [29, 23, 19, 17, 13, 7, 5, 3];
const secondLetters = 'ABCEHKMOPT';

/** The last digit of a person's tax number, whose second letter counts as its place in a list; 10 is none. */
export function taxNumberDigit(first8: string): number {
  const values = [...first8].map((c, i) => (i === 1 ? secondLetters.indexOf(c) : Number.parseInt(c, 36)));
  return values.reduce((sum, value, i) => sum + value * (taxWeights[i] ?? 0), 0) % 11;
}

/** A tax number that is nobody's: its first letter is the region's, and none has an X (not confirmed). */
export function taxNumber(random: Random): string {
  const first8 = `X${random.pick([...secondLetters])}${digits(random, 6)}`;
  const digit = taxNumberDigit(first8);
  return digit === 10 ? taxNumber(random) : first8 + digit;
}

const ibanCheck = (bban: string): string => {
  const number = [...`${bban}BY00`].map((c) => Number.parseInt(c, 36)).join('');
  return String(98n - (BigInt(number) % 97n)).padStart(2, '0');
};

/** An IBAN with right check digits (ISO 13616) of a person's account, 3014, at a bank whose code, DEMO, no bank has. */
export function account(random: Random): string {
  const bban = `DEMO3014${digits(random, 16)}`;
  return `BY${ibanCheck(bban)}${bban}`;
}
