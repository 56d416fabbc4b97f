import { belarusianPassport } from './latin/belarusian.ts';
import { polishFromBelarusian, polishFromRussian } from './latin/polish.ts';
import { belarusianViaRussian, russian1997, russianBgn, russianIcao } from './latin/russian.ts';
import { frenchName, frenchSurname, german } from './latin/western.ts';
import type { Spelling } from './names/spelling.ts';
import type { Script } from './pair.ts';

/** A way in which an identity is written down: one of the two languages, or a Latin standard on top of one. */
export interface Style {
  readonly name: string;
  readonly script: Script;
  readonly source: keyof Spelling;
  readonly write: (name: string) => string;
  /** Where a standard writes surnames by a rule of their own. */
  readonly writeSurname?: (surname: string) => string;
}

const asItIs = (name: string) => name;

const STYLES: readonly Style[] = [
  { name: 'be', script: 'be', source: 'be', write: asItIs },
  { name: 'ru', script: 'ru', source: 'ru', write: asItIs },
  { name: 'be-passport', script: 'latn', source: 'be', write: belarusianPassport },
  { name: 'be-via-ru', script: 'latn', source: 'ru', write: belarusianViaRussian },
  { name: 'ru-icao', script: 'latn', source: 'ru', write: russianIcao },
  { name: 'ru-1997', script: 'latn', source: 'ru', write: russian1997 },
  { name: 'ru-bgn', script: 'latn', source: 'ru', write: russianBgn },
  { name: 'french', script: 'latn', source: 'ru', write: frenchName, writeSurname: frenchSurname },
  { name: 'german', script: 'latn', source: 'ru', write: german },
  { name: 'polish-ru', script: 'latn', source: 'ru', write: polishFromRussian },
  { name: 'polish-be', script: 'latn', source: 'be', write: polishFromBelarusian },
];

export function styleNamed(name: string): Style {
  const style = STYLES.find((candidate) => candidate.name === name);
  if (!style) throw new Error(`no style is named ${name}`);
  return style;
}

/** How often each is met in the two agencies' records: their countries' passports first, neighbours' papers last. */
export const LATIN_STYLES: readonly (readonly [Style, number])[] = [
  [styleNamed('be-passport'), 30],
  [styleNamed('ru-icao'), 22],
  [styleNamed('be-via-ru'), 10],
  [styleNamed('ru-1997'), 10],
  [styleNamed('ru-bgn'), 10],
  [styleNamed('french'), 6],
  [styleNamed('german'), 5],
  [styleNamed('polish-ru'), 4],
  [styleNamed('polish-be'), 3],
];
