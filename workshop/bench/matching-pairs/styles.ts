import { belarusianPassport } from './latin/belarusian.ts';
import { belarusianBgn, lacinka, lacinkaWithoutMarks } from './latin/lacinka.ts';
import { polishFromBelarusian, polishFromRussian } from './latin/polish.ts';
import { belarusianViaRussian, russian1997, russianBgn, russianIcao } from './latin/russian.ts';
import { alaLc, chat, gost779b, iso1968, iso1995, scientific } from './latin/scholarly.ts';
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
  { name: 'iso-1968', script: 'latn', source: 'ru', write: iso1968 },
  { name: 'iso-1995-ru', script: 'latn', source: 'ru', write: iso1995 },
  { name: 'iso-1995-be', script: 'latn', source: 'be', write: iso1995 },
  { name: 'scientific', script: 'latn', source: 'ru', write: scientific },
  { name: 'gost-7.79-b', script: 'latn', source: 'ru', write: gost779b },
  { name: 'ala-lc', script: 'latn', source: 'ru', write: alaLc },
  { name: 'chat', script: 'latn', source: 'ru', write: chat },
  { name: 'lacinka', script: 'latn', source: 'be', write: lacinka },
  { name: 'lacinka-bare', script: 'latn', source: 'be', write: lacinkaWithoutMarks },
  { name: 'be-bgn', script: 'latn', source: 'be', write: belarusianBgn },
];

export function styleNamed(name: string): Style {
  const style = STYLES.find((candidate) => candidate.name === name);
  if (!style) throw new Error(`no style is named ${name}`);
  return style;
}

/** How often each is met in the two agencies' records: their countries' passports first, neighbours' papers last. */
export const LATIN_STYLES: readonly (readonly [Style, number])[] = [
  [styleNamed('be-passport'), 20],
  [styleNamed('ru-icao'), 18],
  [styleNamed('be-via-ru'), 7],
  [styleNamed('ru-1997'), 7],
  [styleNamed('ru-bgn'), 7],
  [styleNamed('french'), 6],
  [styleNamed('german'), 5],
  [styleNamed('polish-ru'), 4],
  [styleNamed('polish-be'), 3],
  [styleNamed('lacinka'), 3],
  [styleNamed('lacinka-bare'), 3],
  [styleNamed('be-bgn'), 3],
  [styleNamed('iso-1968'), 2],
  [styleNamed('iso-1995-ru'), 2],
  [styleNamed('iso-1995-be'), 2],
  [styleNamed('scientific'), 2],
  [styleNamed('gost-7.79-b'), 2],
  [styleNamed('ala-lc'), 2],
  [styleNamed('chat'), 3],
];
