import type { NameReading } from '../../../../../terms/search-exchange.ts';
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
/** The same, with the keys on which Cyrillic keyboards have letters: [jvzrjd is Хомяков, typed with the keyboard set wrong. */
const typedForm = /^[\p{Script=Latin}\p{M}\p{Pd}'’‘`. [\]{};:",<>~]+$/u;
/** Not of what names are compared in; the last is a letter that some write for an apostrophe. */
const otherLetter = /(?![\p{Script=Latin}\p{Script=Cyrillic}ʼ])\p{L}/u;
const letter = '(?=\\p{L})[\\p{Script=Latin}\\p{Script=Cyrillic}]';
const oneLetter = new RegExp(letter, 'u');
const twoLetters = new RegExp(`${letter}.*${letter}`, 'u');

/** @param mayBeInitial true for what may be its first letter alone */
function nameText(path: string, raw: string, mayBeInitial = false): string {
  const text = criterionText(path, raw, { most: longestName });
  if (!form.test(text) && !typedForm.test(text)) {
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
  if (!(mayBeInitial ? oneLetter : twoLetters).test(text))
    throw refused(path, 'A name needs at least two letters: give more of it, or leave it out.');
  return text;
}

/**
 * И.П. Иванов is three words, and ivanov.ivan two. In a word that was typed with the keyboard set wrong a dot is ю, and such a word
 * has hardly a vowel.
 */
const betweenWords =
  / +|(?<=(?:^|[ .])\p{L}\.)(?=\p{L})|(?<=\p{Script=Cyrillic}\.)(?=\p{L})|(?<=[aeiouy]\p{L}*\.)(?=\p{L}*[aeiouy])/iu;

function heardName(raw: string): NameParts[] {
  const words = nameText('name', raw).split(betweenWords);
  if (words.length > mostWords) {
    throw refused(
      'name',
      `This has more than ${mostWords} words: give \`surname\`, \`givenName\` and \`patronymic\`.`,
    );
  }
  const named = words.filter((word) => twoLetters.test(word));
  const initials = words.filter((word) => !twoLetters.test(word));
  if (named.length === 0 || !initials.every((word) => oneLetter.test(word)))
    throw refused('name', 'A name needs a word of at least two letters beside its initials.');
  return ordersOf([...named, ...initials]);
}

/**
 * The readings of a name that was given; undefined for none.
 * @throws RefusedCriterion
 */
export function readName(given: GivenName): NameReading[] | undefined {
  const partsGiven = parts.filter((part) => given[part] != null);
  if (given.name != null) {
    if (partsGiven.length > 0) throw refused('name', 'Give the name or its parts, not both.');
    return nameReadings(heardName(given.name));
  }
  if (partsGiven.length === 0) return undefined;
  return nameReadings([
    Object.fromEntries(
      partsGiven.map((part) => [part, nameText(part, given[part] ?? '', part !== 'surname')]),
    ),
  ]);
}
