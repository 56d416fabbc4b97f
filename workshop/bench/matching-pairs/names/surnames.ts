import { type Sex, type Spelling, spelling } from './spelling.ts';
import { SURNAME_STEMS } from './stems.ts';
import { suffixForms } from './suffixes.ts';

export interface Surname extends Readonly<Record<Sex, Spelling>> {
  /** Surnames of one root resemble each other: Ковалёв, Коваленко, Ковальчук. */
  readonly root: string;
}

function joined(stem: Spelling, suffix: Spelling): Spelling {
  return { ru: stem.ru + suffix.ru, be: stem.be + suffix.be };
}

function rootOf(line: string): Surname[] {
  const root = line.split('/')[0] ?? line;
  return line.split('; ').flatMap((group) => {
    const [stem = '', ...suffixes] = group.split(' ');
    return suffixes.map((suffix) => {
      const forms = suffixForms(suffix);
      const both = spelling(stem);
      return { root, male: joined(both, forms.male), female: joined(both, forms.female) };
    });
  });
}

export const SURNAME_ROOTS: readonly (readonly Surname[])[] = SURNAME_STEMS.trim().split('\n').map(rootOf);
