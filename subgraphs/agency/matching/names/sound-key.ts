import type { NameScript } from '../../../../terms/enums.ts';
import { readingsOf } from './readings-of.ts';
import { written } from './written.ts';

/** Rules that hold wherever a sound stands, each for what one standard writes and another does not. */
const everywhere: readonly (readonly [RegExp, string])[] = [
  // у at the beginning before a consonant is spoken as в: Уладзімір of Владимир.
  [/^U(?=[^AEIU])/, 'V'],
  // After a vowel it is ў, which Latin writes u: Salauyou of Салаўёў.
  [/([AEI])U(?![AIU])/g, '$1V'],
  // й before or after another vowel is written or not: Maria, Mariya; Sergei, Sergej, Siarhiej.
  [/I+(?=[AEU])/g, ''],
  [/([AEU])I+/g, '$1'],
  // After ж, ч, ш, ц and р, Belarusian has а or э for е and о: Чарненка of Черненко, Зайцаў of Зайцев.
  [/([XCWQR])E/g, '$1A'],
  // Doubled letters are spoken, and often written, as one.
  [/(.)\1+/g, '$1'],
  // A French or German ending in ff is a в.
  [/F$/, 'V'],
];

const apply = (reading: string, rules: readonly (readonly [RegExp, string])[]): string =>
  rules.reduce((changed, [from, to]) => changed.replace(from, to), reading);

const surnameBefore: readonly (readonly [RegExp, string])[] = [
  // Толстой, Талсты: an adjective's ending.
  [/([^AEIU])AI$/, '$1I'],
];

const surnameAfter: readonly (readonly [RegExp, string])[] = [
  // Feminine forms: Ковалевская of Ковалевский, Иванова of Иванов, Пушкина of Пушкин.
  [/AE$/, 'I'],
  [/([VN])A$/, '$1'],
];

const givenAfter: readonly (readonly [RegExp, string])[] = [
  // Дмитрий, Dmitry, Dzmitryj; Васіль of Василий.
  [/I$/, ''],
];

const patronymicAfter: readonly (readonly [RegExp, string])[] = [
  [/INICNA$/, ''],
  [/[AE]?V(IC|NA)$/, ''],
  [/I?C(NA)?$/, ''],
  [/[AEIU]+$/, ''],
];

export type NamePart = 'surname' | 'givenName' | 'patronymic';

/** The key of a name by its sound alone. */
function soundKey(reading: string, part: NamePart): string {
  switch (part) {
    case 'surname':
      return apply(apply(apply(reading, surnameBefore), everywhere), surnameAfter);
    case 'givenName':
      return apply(apply(reading, everywhere), givenAfter);
    case 'patronymic':
      return apply(apply(reading, everywhere), patronymicAfter);
  }
}

/**
 * Belarusian puts в before an initial о or у that is stressed, Вольга of Ольга, Восіпаў of Осипов, and between і and о:
 * Радзівон of Родион.
 */
function withoutProthesis(reading: string): string[] {
  const readings = [reading];
  if (/^V[AU]/.test(reading)) readings.push(reading.slice(1));
  const between = reading.replace(/(?<=[^AEIU])IVA/, 'IA');
  if (between !== reading) readings.push(between);
  return readings;
}

/** The keys of one word by its sounds. */
export function soundKeysOfWord(part: NamePart, word: string, script: NameScript): string[] {
  const readings = readingsOf(word, script).flatMap((reading) =>
    script === 'RUSSIAN' ? [reading] : withoutProthesis(reading),
  );
  return [...new Set(readings.map((reading) => soundKey(reading, part)).filter((key) => key !== ''))];
}

/** As many as one surname has, so that two have no more. */
const mostOfTwo = 16;

/** The keys of two surnames of one person, who writes them in either order. */
function keysOfTwo(ones: readonly string[], others: readonly string[]): string[] {
  const pairs = ones.flatMap((one) => others.map((other) => [one, other].sort().join('+')));
  return [...new Set(pairs)].slice(0, mostOfTwo);
}

function soundKeysAnew(part: NamePart, text: string, said: NameScript): string[] {
  const { words, script } = written(text, said);
  const [one, other] = words;
  if (part === 'surname' && one !== undefined && other !== undefined && words.length === 2)
    return keysOfTwo(soundKeysOfWord(part, one, script), soundKeysOfWord(part, other, script));
  return soundKeysOfWord(part, words.join(''), script);
}

let last: { part: NamePart; text: string; said: NameScript; keys: readonly string[] } | undefined;

/** The keys of a part by sound alone, before the table is asked. All that is made of a name asks for them again, so the last are kept. */
export function soundKeys(part: NamePart, text: string, said: NameScript): readonly string[] {
  if (last?.text !== text || last.part !== part || last.said !== said)
    last = { part, text, said, keys: soundKeysAnew(part, text, said) };
  return last.keys;
}
