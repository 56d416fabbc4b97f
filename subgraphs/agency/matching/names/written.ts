import { composed } from '../../../../terms/composed.ts';
import type { NameScript } from '../../../../terms/enums.ts';

/** A part of a name in one spelling of what is written in many. */
export interface Written {
  /** Its words in lower case, without marks that stand for no sound; most parts have one. */
  words: readonly string[];
  /** The script in which they are, which is not always the one that was said. */
  script: NameScript;
}

/** More than the longest name of any register; the rest of a longer text says nothing more. */
const longestPart = 60;
const mostWords = 6;

/** Letters that stand on both keyboards and look alike (confusables.txt of Unicode Technical Standard 39), Cyrillic first. */
const lookalikes = 'аa еe ёë іi јj оo рp сc уy хx'.split(' ');
const toLatin = new Map(lookalikes.map((pair) => [pair.charAt(0), pair.charAt(1)]));
/** и as Ukrainian and Belarusian keyboards lack it; к, м and т as they look in capitals. */
const toCyrillic = new Map([
  ...lookalikes.map((pair): [string, string] => [pair.charAt(1), pair.charAt(0)]),
  ...['kк', 'mм', 'tт'].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
]);

/** Digits that a scanner or a finger puts for letters, by script. */
const digits = {
  CYRILLIC: new Map(Object.entries({ 0: 'о', 3: 'з', 4: 'ч', 6: 'б', 1: 'і' })),
  LATIN: new Map(Object.entries({ 0: 'o', 1: 'l', 5: 's', 6: 'b' })),
};

/** Ranks and forms of address that stand before a name and are none of it, and the words for a son and a daughter after a father's. */
const noName = new Set(
  `г гн г-н госпожа господин гр гражданин гражданка д-р доктор проф профессор спадар спадарыня рядовой радавы
  сержант старшина прапорщик лейтенант капитан капітан майор маёр подполковник полковник палкоўнік генерал адвокат следователь
  mr mrs ms miss dr prof herr frau monsieur madame mme pan pani sir capt captain maj major col colonel lt sgt gen
  оглы оглу оғли углы угли улы уулу ұлы кызы гызы кизи қызы ogly oglu oğlu ogli qizi qızı kyzy kizi gizi`.split(
    /\s+/,
  ),
);

const isCyrillic = (letter: string): boolean => /\p{Script=Cyrillic}/u.test(letter);

/** The script of most letters; of the two languages in Cyrillic the one that was said, or that alone has one of the letters. */
function scriptOf(text: string, said: NameScript): NameScript {
  const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
  const cyrillic = letters.filter(isCyrillic).length;
  if (cyrillic * 2 === letters.length) return said;
  if (cyrillic * 2 < letters.length) return 'LATIN';
  if (said !== 'LATIN') return said;
  return /[іў]/.test(text) ? 'BELARUSIAN' : 'RUSSIAN';
}

/** A text in one script: a letter of the other keyboard is the one that it looks like, and a digit among letters the one it stands for. */
function inOneScript(text: string, script: NameScript): string {
  const letters = script === 'LATIN' ? toLatin : toCyrillic;
  const ofDigits = script === 'LATIN' ? digits.LATIN : digits.CYRILLIC;
  return text
    .replace(/(?<=\p{L})\d|\d(?=\p{L})/gu, (digit) => ofDigits.get(digit) ?? digit)
    .replace(/\p{L}/gu, (letter) =>
      isCyrillic(letter) === (script === 'LATIN') ? (letters.get(letter) ?? letter) : letter,
    );
}

function writtenAnew(text: string, said: NameScript): Written {
  const inLowerCase = composed(text.slice(0, longestPart * 2)).toLowerCase();
  // A stress mark on a Cyrillic vowel; й and ё are letters of their own by then.
  const plain = composed(inLowerCase.replace(/\u0301/g, ''))
    // What nobody sees, ties, signs and apostrophes stand between letters of one word.
    .replace(/[\p{Cf}\p{M}\p{Lm}\p{Sk}'’"”“«»]/gu, '');
  const script = scriptOf(plain, said);
  const words = inOneScript(plain.slice(0, longestPart), script)
    .split(/[\s\p{Pd}.,;/_]+/u)
    .map((word) => word.replace(/[^\p{L}]/gu, ''))
    .filter((word) => word !== '')
    .slice(0, mostWords);
  const named = words.filter((word) => !noName.has(word));
  return { words: named.length > 0 ? named : words, script };
}

let last: { text: string; said: NameScript; made: Written } | undefined;

/**
 * A part of a name as it is compared: composed, in lower case, without stress marks, ties, signs, titles, and what nobody sees. All that
 * is made of a name asks for it again, so the last is kept.
 */
export function written(text: string, said: NameScript): Written {
  if (last?.text !== text || last.said !== said) last = { text, said, made: writtenAnew(text, said) };
  return last.made;
}
