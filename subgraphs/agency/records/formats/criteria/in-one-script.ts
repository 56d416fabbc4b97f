/**
 * Letters of Cyrillic and Latin that look alike, in pairs (confusables.txt of Unicode Technical Standard #39), as far as
 * Belarusian and Russian have them.
 */
const pairs = 'аa еe ёë іi јj оo рp сc уy хx ѕs АA ВB ЕE ЁË ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ЅS'.split(' ');

const toLatin = new Map(pairs.map((pair) => [pair.charAt(0), pair.charAt(1)]));
const toCyrillic = new Map(pairs.map((pair) => [pair.charAt(1), pair.charAt(0)]));

const hasOnlyCyrillic = (word: string): boolean =>
  [...word].some((letter) => /\p{Script=Cyrillic}/u.test(letter) && !toLatin.has(letter));

const replaced = (word: string, letters: ReadonlyMap<string, string>): string =>
  [...word].map((letter) => letters.get(letter) ?? letter).join('');

/**
 * A word in one script where it can be: `Ивaнов` with a Latin a is all Cyrillic, since no Latin letter looks like в; a word of
 * look-alikes alone is all Latin. One that is of one script already stays as it is.
 */
export function inOneScript(word: string): string {
  const isMixed = /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
  if (!isMixed) return word;
  return replaced(word, hasOnlyCyrillic(word) ? toCyrillic : toLatin);
}
