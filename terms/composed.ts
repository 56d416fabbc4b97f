/**
 * So many marks in a row have no letter in any language: Unicode's stream-safe text (UAX 15) has at most thirty. The time of composing
 * grows with the square of their number, so that a few kilobytes would keep a process from everybody for seconds. The others are
 * marks once they are written in full width, and letters that are composed as marks are.
 */
const marksWithoutEnd = /[\p{M}\uFF9E\uFF9F\u{16D63}\u{16D67}]{31}/u;

export const hasMarksWithoutEnd = (text: string): boolean => marksWithoutEnd.test(text);

/** A text whose letters are composed with their marks; one that has marks without end stays as it is. */
export const composed = (text: string, form: 'NFC' | 'NFKC' = 'NFC'): string =>
  hasMarksWithoutEnd(text) ? text : text.normalize(form);
