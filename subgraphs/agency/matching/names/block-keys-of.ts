import type { NameScript } from '../../../../terms/enums.ts';
import { coarseKey, skeletonOf } from './coarse-key.ts';
import { familiesOfShortForm, initialsOf, isFamily, nameKeys } from './name-key.ts';
import { type NamePart, soundKeys, soundKeysOfWord } from './sound-key.ts';
import { written } from './written.ts';

/**
 * Keys by which a part of a name is looked up: few, and such that what should be compared has one in common. They find more than
 * they should, which comparing puts right.
 */
export interface BlockKeys {
  /** The consonants of each surname, or the family of a given name: all spellings have one in common. */
  stems: string[];
  /** The same with one consonant left out, for slips. */
  near: string[];
  /** The first sound of a given name. */
  initials: string[];
  /** The beginnings of a surname, by its sounds and its first letters. */
  starts: string[];
  /** All of a surname, by its sounds and its letters, to be compared with a beginning that was typed. */
  whole: string[];
}

/** A text made to be read in many ways has no more keys than one that is not. */
const most = { stems: 4, near: 24, starts: 12 } as const;
const shortestOfSlips = 3;
const lengthsOfStarts = [3, 4, 5, 6];

const each = (texts: Iterable<string>, limit: number): string[] => [...new Set(texts)].slice(0, limit);

const withOneLeftOut = (skeleton: string): string[] =>
  skeleton.length < shortestOfSlips
    ? []
    : [...skeleton].map((_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1));

/** The sounds of each surname by itself, and those of a name that is spelled in two words and in one. */
function soundsIn(part: NamePart, text: string, said: NameScript): readonly string[] {
  const { words, script } = written(text, said);
  return part === 'surname' && words.length === 2
    ? words.flatMap((word) => soundKeysOfWord(part, word, script).slice(0, 2))
    : soundKeys(part, text, said);
}

/** The beginnings of a surname as far as they are looked up; one that is short, such as Зай, has few sounds, and has its letters. */
export function startsOf(text: string, said: NameScript): string[] {
  const [shortest = 0] = lengthsOfStarts;
  const letters = written(text, said).words.map((word) => word.slice(0, shortest));
  const sounds = soundsIn('surname', text, said).map(coarseKey);
  const starts = sounds.flatMap((key) => lengthsOfStarts.map((length) => key.slice(0, length)));
  return each(
    [...letters, ...starts].filter((start) => start.length >= shortest),
    most.starts,
  );
}

/** Nothing is found by a text that has no keys to be compared by. */
const none: BlockKeys = { stems: [], near: [], initials: [], starts: [], whole: [] };

export function blockKeysOf(part: NamePart, text: string, script: NameScript): BlockKeys {
  const keys = nameKeys(part, text, script);
  if (keys.length === 0) return none;
  if (part !== 'surname') {
    const families = keys.filter(isFamily);
    const short = part === 'givenName' && families.length === 0 ? familiesOfShortForm(text, script) : [];
    const stems = each(
      [...families, ...short, ...keys.filter((key) => !isFamily(key)).map(skeletonOf)],
      most.stems,
    );
    return {
      stems,
      near: [],
      initials: part === 'givenName' ? initialsOf(text, script) : [],
      starts: [],
      whole: [],
    };
  }
  const sounds = soundsIn(part, text, script);
  const skeletons = each(sounds.map(skeletonOf), most.stems);
  // Мікалаеў and Николаев have other consonants, and are one name of the table.
  const named = keys.flatMap((key) => key.split('+')).filter((key) => /\p{Ll}/u.test(key));
  const stems = each([...named, ...skeletons], most.stems * 2);
  const near = each([...stems, ...skeletons.flatMap(withOneLeftOut)], most.near);
  return {
    stems,
    near,
    initials: [],
    starts: startsOf(text, script),
    whole: each([...written(text, script).words, ...sounds.map(coarseKey)], most.starts),
  };
}
