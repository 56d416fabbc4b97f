import type { NameReading } from '../../../terms/search-exchange.ts';
import { criterionText, refused } from './criterion-text.ts';
import { mostWords, type NameParts, ordersOf } from './name-parts.ts';
import { nameReadings } from './name-readings.ts';

/** A name as it was heard, or else its parts. */
export interface GivenName {
  name?: string | null;
  surname?: string | null;
  givenName?: string | null;
  patronymic?: string | null;
}

/** In characters, of a name as of each of its parts. */
const longestName = 100;

const parts = ['surname', 'givenName', 'patronymic'] as const;

/** Letters with their marks, and what stands between and within the words of a name. */
const form = /^[\p{L}\p{M}\p{Pd}'’‘`. ]+$/u;
/** Not of what names are compared in; the last is a letter that some write for an apostrophe. */
const otherLetter = /(?![\p{Script=Latin}\p{Script=Cyrillic}ʼ])\p{L}/u;
const letter = '(?=\\p{L})[\\p{Script=Latin}\\p{Script=Cyrillic}]';
const twoLetters = new RegExp(`${letter}.*${letter}`, 'u');

function nameText(path: string, raw: string): string {
  const text = criterionText(path, raw, { most: longestName });
  if (!form.test(text)) {
    throw refused(
      path,
      'A name has only letters, hyphens, apostrophes, dots and spaces: type it without anything else.',
    );
  }
  if (otherLetter.test(text))
    throw refused(
      path,
      'Names are compared in Cyrillic and Latin letters only: type the name in one of these.',
    );
  if (!twoLetters.test(text))
    throw refused(path, 'A name needs at least two letters: give more of it, or leave it out.');
  return text;
}

function heardName(raw: string): NameParts[] {
  const words = nameText('name', raw).split(/ +/);
  if (words.length > mostWords) {
    throw refused(
      'name',
      `This has more than ${mostWords} words: give \`surname\`, \`givenName\` and \`patronymic\`.`,
    );
  }
  if (!words.every((word) => twoLetters.test(word))) {
    throw refused('name', 'Each word of a name needs at least two letters: leave initials out.');
  }
  return ordersOf(words);
}

/**
 * The readings of a name that was given; undefined for none.
 * @throws BAD_USER_INPUT
 */
export function readName(given: GivenName): NameReading[] | undefined {
  const partsGiven = parts.filter((part) => given[part] != null);
  if (given.name != null) {
    if (partsGiven.length > 0) throw refused('name', 'Give the name or its parts, not both.');
    return nameReadings(heardName(given.name));
  }
  if (partsGiven.length === 0) return undefined;
  return nameReadings([
    Object.fromEntries(partsGiven.map((part) => [part, nameText(part, given[part] ?? '')])),
  ]);
}
