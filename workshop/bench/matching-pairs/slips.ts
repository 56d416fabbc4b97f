import type { Random } from '../../demo-data/chance/random.ts';
import type { Script } from './pair.ts';

/** Rows of the keyboards in use: a slipping finger lands on the left or right neighbour. */
const KEYBOARDS: Record<Script, readonly string[]> = {
  be: ['йцукенгшўзх', 'фывапролджэ', 'ячсмітьбю'],
  ru: ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  latn: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
};

function neighbours(letter: string, script: Script): string[] {
  const row = KEYBOARDS[script].find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return at < 0 ? [] : [row.charAt(at - 1), row.charAt(at + 1)].filter((key) => key !== '');
}

/** Every word one slip makes of this one; the first letter stays, as it does in most clerks' slips. */
const SLIPS: Record<string, (word: string, at: number, script: Script) => string[]> = {
  swapped: (word, at) =>
    at + 1 < word.length
      ? [word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)]
      : [],
  dropped: (word, at) => [word.slice(0, at) + word.slice(at + 1)],
  doubled: (word, at) => [word.slice(0, at + 1) + word.slice(at)],
  neighbouring: (word, at, script) =>
    neighbours(word.charAt(at), script).map((key) => word.slice(0, at) + key + word.slice(at + 1)),
};

/** The word with one slip, and which it was. Words of two letters and more have one. */
export function slipped(word: string, script: Script, random: Random): { word: string; slip: string } {
  const slip = random.pick(Object.keys(SLIPS));
  const at = random.between(1, word.length - 1);
  const results = SLIPS[slip]?.(word, at, script).filter((result) => result !== word) ?? [];
  return results.length > 0 ? { word: random.pick(results), slip } : slipped(word, script, random);
}
