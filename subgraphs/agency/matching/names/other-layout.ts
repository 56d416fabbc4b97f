import type { NameScript } from '../../../../terms/enums.ts';

/** The keys of a Latin keyboard, and the letters that the two languages have on the same keys. */
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const layouts: readonly (readonly [NameScript, string])[] = [
  ['RUSSIAN', 'йцукенгшщзхъфывапролджэячсмитьбюё'],
  ['BELARUSIAN', "йцукенгшўзх'фывапролджэячсмітьбюё"],
];

/** Keys that are no letters, as they are written with Shift: a name begins with a capital. */
const shifted = new Map(['{[', '}]', ':;', '"\'', '<,', '>.', '~`'].map((pair) => [pair[0], pair[1]]));

/** Keys that stand in no Latin name; apostrophes and dots do, but do not begin one. */
const noLatin = /[[\]{};:",<>~]|^['.`].*[^'.`]$/;

/** Names have more vowels than what is typed on the wrong keyboard, which are consonants for the most part: Ujhjltqrj. */
const fewestVowels = 0.25;

function looksTyped(words: readonly string[]): boolean {
  if (words.some((word) => noLatin.test(word))) return true;
  const letters = words.join('').replace(/[^a-z]/gi, '');
  const vowels = letters.replace(/[^aeiouy]/gi, '');
  return letters.length > 0 && vowels.length / letters.length < fewestVowels;
}

function inLayout(word: string, letters: string): string {
  return [...word.toLowerCase()]
    .map((character) => {
      const key = latin.indexOf(shifted.get(character) ?? character);
      return key === -1 ? character : letters.charAt(key);
    })
    .join('');
}

/** The readings of Latin words that were typed with the keyboard set wrong; none for words that are names as they are. */
export function inOtherLayouts(
  words: readonly string[],
): { script: NameScript; write: (word: string) => string }[] {
  if (!looksTyped(words)) return [];
  return layouts.map(([script, letters]) => ({ script, write: (word) => inLayout(word, letters) }));
}
