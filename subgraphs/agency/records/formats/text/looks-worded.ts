import validator from 'validator';
import { withSpaces } from './marked-terms.ts';

/** Words of letters in a text. An apostrophe is part of one, as in many surnames. */
const wordsIn = (text: string): string[] =>
  text.split(/[^\p{L}\p{M}'’ʼ]+/u).filter((word) => /\p{L}/u.test(word));

/** Most words in a part of a name: particles and double names make four. */
const mostWords = 4;

/** Most words in all parts of a name. */
const mostInName = 7;

/** Longer than the letters in the number of a document, or of an account with its bank's letters. */
const longestLetters = { document: 5, account: 8 };

const hasLetters = (text: string, more: number): boolean => new RegExp(`\\p{L}{${more + 1}}`, 'u').test(text);

/** True for the parts of a name if one of them, or all together, have more words than names have. */
export function isSentence(parts: readonly string[]): boolean {
  const counts = parts.map((part) => wordsIn(part).length);
  return Math.max(0, ...counts) > mostWords || counts.reduce((sum, count) => sum + count, 0) > mostInName;
}

/** True for the number of a document that says words: real ones have few letters together. */
export const isWordedNumber = (number: string): boolean => hasLetters(number, longestLetters.document);

/** The part of an e-mail address, a SIP address or a host that somebody has chosen: what stands before `@`, or before the last dot. */
const chosenIn = (text: string): string => {
  const address = text.replace(/^sips?:/i, '');
  const host = address.slice(address.lastIndexOf('@') + 1).replace(/:\d{1,5}$/, '');
  const isHost = validator.isFQDN(host, { require_tld: false }) || validator.isIP(host);
  if (!isHost) return address;
  return address.includes('@') ? address.slice(0, address.lastIndexOf('@')) : host.replace(/\.[^.]*$/, '');
};

/**
 * True for the name of a thing, such as an account, a trunk or a box, that reads as a sentence: handles, hosts and serial numbers have
 * no spaces, but for one that sets off a series of letters, and few words.
 */
export function isWordedName(name: string): boolean {
  const words = wordsIn(withSpaces(chosenIn(name)));
  if (words.length > mostWords) return true;
  // An account number is kept in capitals and without spaces, whatever it was written with.
  if (/^(?=.*\d)[\p{Lu}\d]+$/u.test(name)) return hasLetters(name, longestLetters.account);
  return /\s/.test(name) && (words.length > 2 || words.some((word) => word.length > 3));
}
