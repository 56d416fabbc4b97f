import type { Random } from '../chance/random.ts';

export const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => random.between(0, 9)).join('');

/** The digit that, put after these, makes them right by Luhn's algorithm (ISO/IEC 7812-1, annex B). */
export function luhnDigit(number: string): string {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export const withLuhnDigit = (number: string): string => number + luhnDigit(number);

/** As somebody writes it who gets the last digit, the check digit, wrong. */
export function mistyped(number: string, random: Random): string {
  const wrong = (Number(number.slice(-1)) + random.between(1, 9)) % 10;
  return number.slice(0, -1) + wrong;
}
