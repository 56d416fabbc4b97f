import type { NameScript } from '../../../../terms/enums.ts';
import { type NamePart, soundKeys, written } from './sound-key.ts';

/** Shorter ones have too many neighbours for a slip to say anything. */
const shortestSound = 5;
const shortestWord = 4;

const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && 'AEIUаеёиоуыэюяіaeiouy'.includes(letter);

/** A text, and what is left of it with one letter left out. */
function withOneLeftOut(text: string, part: NamePart): string[] {
  // A given name's last vowel is no slip but another name: Александр and Александра.
  const isFixed = (index: number) =>
    part === 'givenName' && index === text.length - 1 && isVowel(text[index]);
  const left = [text];
  for (let index = 0; index < text.length; index++) {
    if (!isFixed(index)) left.push(text.slice(0, index) + text.slice(index + 1));
  }
  return left;
}

/**
 * Keys that a part of a name shares with every spelling that one typing slip makes of it, by its sounds and, within one
 * script, by its letters. Two parts with one in common differ by at most a letter left out, put in, replaced, or two
 * swapped.
 */
export function slipsOf(part: NamePart, text: string, script: NameScript): string[] {
  const word = written(text);
  const byLetter = word.length < shortestWord ? [] : withOneLeftOut(word, part);
  const bySound = soundKeys(part, text, script).flatMap((key) =>
    key.length < shortestSound ? [] : withOneLeftOut(key, part),
  );
  return [...new Set([...byLetter, ...bySound])];
}
