import type { NameScript } from '../../../../terms/enums.ts';
import { coarseKey } from './coarse-key.ts';
import { familiesOfShortForm, isFamily, nameKeys } from './name-key.ts';
import { type NamePart, soundKeys, soundKeysOfWord } from './sound-key.ts';
import { written } from './written.ts';

/** Shorter ones have too many neighbours for a slip to say anything. */
const shortestSound = 5;
const shortestWord = 4;
/** Further readings are so unlikely that a slip in them says nothing. */
const mostSounds = 6;

const isVowel = (letter: string | undefined): boolean =>
  letter !== undefined && 'AEIUаеёиоуыэюяіaeiouy'.includes(letter);

/** A text, and what is left of it with one letter left out. */
function withOneLeftOut(text: string, isFixed: (index: number) => boolean): string[] {
  const left = [text];
  for (let index = 0; index < text.length; index++) {
    if (!isFixed(index)) left.push(text.slice(0, index) + text.slice(index + 1));
  }
  return left;
}

/**
 * The sounds of a surname with one left out. Without its last в one is often another surname, Соловей of Соловьёв, and is close only to
 * one with another sound in that place.
 */
function surnameSounds(key: string): string[] {
  const last = key.length - 1;
  const left = withOneLeftOut(key, (index) => index === last && key.endsWith('V'));
  return [...left, `${key.slice(0, last)}_`];
}

/** Tells a last letter that makes another name when it is left out: that of Александра, but not of Марина. */
function lastIsFixed(part: NamePart, text: string, script: NameScript): boolean {
  if (part !== 'givenName' || !isVowel(text.at(-1))) return false;
  return nameKeys(part, text.slice(0, -1), script).some(isFamily);
}

/** Shapes that a scanner takes for each other, each as the first of them. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[ijl]/g, 'l'],
  [/[щш]/g, 'ш'],
  [/[иий]/g, 'и'],
];

const asScanned = (word: string): string =>
  shapes.reduce((seen, [shape, read]) => seen.replace(shape, read), word);

/** Keys of a given name that is close to a short form of it. */
function kinOf(text: string, script: NameScript): string[] {
  const named = nameKeys('givenName', text, script).filter(isFamily);
  return (named.length > 0 ? named : familiesOfShortForm(text, script)).map((family) => `~${family}`);
}

/**
 * Keys that a part of a name shares with what comes close to it. By its letters within one script, and by its sounds: what one
 * typing slip makes of it, a letter left out, put in, replaced, or two swapped. By its shape: what a scanner makes of it. Coarsely:
 * what a keyboard without marks makes of it. Of two surnames each comes close to both, and a given name to its short forms.
 */
export function slipsOf(part: NamePart, text: string, said: NameScript): string[] {
  const kin = part === 'givenName' ? kinOf(text, said) : [];
  // Саша and Паша are a letter apart, and two names.
  if (part === 'givenName' && familiesOfShortForm(text, said).length > 0) return kin;
  const { words, script } = written(text, said);
  const word = words.join('');
  const sounds = soundKeys(part, text, said);
  const isLast = (of: string, index: number) => index === of.length - 1;
  const fixed = lastIsFixed(part, word, script);
  const byLetter =
    word.length < shortestWord ? [] : withOneLeftOut(word, (index) => fixed && isLast(word, index));
  const bySound = sounds
    .filter((key) => key.length >= shortestSound)
    .slice(0, mostSounds)
    .flatMap((key) =>
      part === 'surname'
        ? surnameSounds(key)
        : withOneLeftOut(key, (index) => part === 'givenName' && isLast(key, index) && isVowel(key.at(-1))),
    );
  const ofEach =
    part === 'surname' && words.length === 2
      ? words.flatMap((each) => soundKeysOfWord(part, each, script))
      : [];
  const coarse = [...sounds, ...ofEach].map((key) => `=${coarseKey(key)}`);
  return [...new Set([...kin, ...byLetter, ...bySound, ...coarse, `#${asScanned(word)}`])];
}
