import { join } from 'node:path';
import { z } from 'zod';
import { FEMALE_NAMES } from '../names/female.ts';
import { MALE_NAMES } from '../names/male.ts';
import type { Spelling } from '../names/spelling.ts';
import { SURNAME_ROOTS } from '../names/surnames.ts';
import { TRADITIONS } from '../names/traditions.ts';
import type { Style } from '../styles.ts';
import { pythonWith } from './python-with.ts';

const spelled = z.array(
  z.strictObject({
    name: z.string(),
    source: z.enum(['ru', 'be']),
    words: z.record(z.string(), z.string()),
  }),
);

/** Every word that a pair may need: all surnames, given names and patronymics of the tables. */
const allNames = (): Spelling[] => [
  ...SURNAME_ROOTS.flat().flatMap(({ male, female }) => [male, female]),
  ...MALE_NAMES.flatMap((name) => [name, name.patronymic.male, name.patronymic.female]),
  ...FEMALE_NAMES,
  ...TRADITIONS.flatMap(({ forms }) => forms),
];

/**
 * Styles that libraries write by published tables, each drawn as often as another: iuliia's schemas, cyrtranslit,
 * transliterate, and ICU where `uconv` is on PATH.
 * @returns undefined where Python or pip is not at hand
 */
export function libraryStyles(): (readonly [Style, number])[] | undefined {
  const run = pythonWith(join(import.meta.dirname, 'requirements.txt'));
  if (!run) return undefined;
  const names = allNames();
  const asked = { ru: names.map(({ ru }) => ru), be: names.map(({ be }) => be) };
  const made = spelled.parse(JSON.parse(run(join(import.meta.dirname, 'spell.py'), JSON.stringify(asked))));
  return made.map(({ name, source, words }) => {
    const write = (word: string) =>
      word
        .split('-')
        .map((part) => words[part] ?? part)
        .join('-');
    return [{ name, script: 'latn', source, write }, 1] as const;
  });
}
