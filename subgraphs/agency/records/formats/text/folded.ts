import { composed } from '../../../../../terms/composed.ts';

/** The form in which names and places are compared: neither case nor the number of spaces matters. */
export const folded = (text: string): string =>
  composed(text, 'NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

/** A number without what people put between its digits. */
export const compactNumber = (text: string): string => text.replace(/[\s\p{Pd}№]/gu, '').toUpperCase();

/** Cyrillic capitals that look like Latin ones: whoever copies a Latin series by hand often types these. */
const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  І: 'I',
};

/** A number whose letters are Latin by its format, in Latin letters. */
export const latinLetters = (number: string): string =>
  number.replace(/\p{Script=Cyrillic}/gu, (letter) => lookAlikes[letter] ?? letter);
