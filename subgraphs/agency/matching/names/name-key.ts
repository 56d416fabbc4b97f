import type { NameScript } from '../../../../terms/enums.ts';
import { coarseKey } from './coarse-key.ts';
import { givenNames } from './given/given-names.ts';
import { shortForms } from './given/short-forms.ts';
import { type NamePart, soundKeys } from './sound-key.ts';
import { written } from './written.ts';

/** A key, and the first Russian name of the table's row that it belongs to, in lower case. */
type Families = ReadonlyMap<string, string>;

/** The table is worked out when it is first asked, once for a process. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const words = (text: string | undefined): string[] => text?.split(' ') ?? [];

/** The first row that has a key keeps it; the forms of the two languages come before those of others. */
function familiesOf(part: 'givenName' | 'patronymic'): Families {
  const families = new Map<string, string>();
  const keep = (name: string, forms: string | undefined, script: NameScript) => {
    for (const key of words(forms).flatMap((form) => soundKeys(part, form, script)))
      if (!families.has(key)) families.set(key, name.toLowerCase());
  };
  for (const [russian, belarusian, , patronymics] of givenNames) {
    const [name = ''] = words(russian);
    keep(name, russian, 'RUSSIAN');
    keep(name, belarusian, 'BELARUSIAN');
    if (part === 'patronymic') keep(name, patronymics, 'BELARUSIAN');
  }
  for (const [russian, , other] of givenNames) keep(words(russian)[0] ?? '', other, 'LATIN');
  return families;
}

/** Families by coarse keys, as far as these are of one family alone. */
function coarselyOf(families: Families): Families {
  const found = new Map<string, string | undefined>();
  for (const [key, family] of families) {
    const coarse = coarseKey(key);
    found.set(coarse, found.has(coarse) && found.get(coarse) !== family ? undefined : family);
  }
  return new Map([...found].flatMap(([key, family]): [string, string][] => (family ? [[key, family]] : [])));
}

const families = {
  givenName: once(() => familiesOf('givenName')),
  patronymic: once(() => familiesOf('patronymic')),
};

const coarsely = {
  givenName: once(() => coarselyOf(families.givenName())),
  patronymic: once(() => coarselyOf(families.patronymic())),
};

/** The families of short forms, by the keys of these. */
const ofShortForms = once(() => {
  const found = new Map<string, Set<string>>();
  for (const { form, names } of shortForms) {
    for (const key of soundKeys('givenName', form, 'RUSSIAN')) {
      const known = found.get(key) ?? new Set<string>();
      for (const name of names) known.add(name.toLowerCase());
      found.set(key, known);
    }
  }
  return found;
});

/** Rows of the table whose forms in the languages sound different. */
const writtenOtherwise = once((): Families => {
  const byFamily = new Map<string, string[]>();
  for (const [key, family] of families.patronymic()) {
    byFamily.set(family, [...(byFamily.get(family) ?? []), key]);
  }
  return new Map(
    [...byFamily].flatMap(([family, keys]) =>
      keys.length > 1 ? keys.map((key): [string, string] => [key, family]) : [],
    ),
  );
});

/** Ending that forms a surname from a name: Николаев of Николай. */
const formed = /[AE]V$/;

/**
 * The family of a surname. A surname formed from a name that the languages write differently, Мікалаеў of Николаев, has
 * the name's family in place of its sounds.
 */
function familyOfSurname(key: string): string {
  if (!formed.test(key)) return key;
  const family = writtenOtherwise().get(key.replace(formed, '').replace(/[AEIU]+$/, ''));
  return family ? `${family}V` : key;
}

/** A given name as Lithuanian ends it: Aleksandras, Sergejus, Dmitrijus. */
const lithuanian = /(?:ij|j|i)?(?:as|us|is)$/;

/** A given name or a patronymic, as families of the table where it is one. */
function familiesIn(part: 'givenName' | 'patronymic', text: string, script: NameScript): readonly string[] {
  const find = (keys: readonly string[]) => {
    const precise = keys.flatMap((key) => families[part]().get(key) ?? []);
    // Keyboards without marks are Latin ones.
    return precise.length > 0 || script !== 'LATIN'
      ? precise
      : keys.flatMap((key) => coarsely[part]().get(coarseKey(key)) ?? []);
  };
  const keys = soundKeys(part, text, script);
  const found = find(keys);
  if (found.length > 0 || part === 'patronymic' || script !== 'LATIN') return found.length > 0 ? found : keys;
  const stem = text.toLowerCase().replace(lithuanian, '');
  const ofStem = stem === text.toLowerCase() ? [] : find(soundKeys(part, stem, script));
  return ofStem.length > 0 ? ofStem : keys;
}

/**
 * The keys of a part of a name. Two spellings of one name share a key, whatever their script and standard; different names
 * do not. A part has several keys where its spelling can be read in several ways. A key in lower case names a family of
 * the table, one in upper case a sound.
 * @returns in no order, each once; none for a text without a letter
 */
export function nameKeys(part: NamePart, text: string, script: NameScript): string[] {
  const keys =
    part === 'surname'
      ? soundKeys(part, text, script).map((key) => key.split('+').map(familyOfSurname).sort().join('+'))
      : familiesIn(part, text, script);
  return [...new Set(keys)];
}

/** True for a key that is a name of the table. */
export const isFamily = (key: string): boolean => key === key.toLowerCase();

/** The families that a given name is a short form of: Саша of Александр and of Александра; none where it is a name of its own. */
export function familiesOfShortForm(text: string, script: NameScript): string[] {
  const found = soundKeys('givenName', text, script);
  if (found.some((key) => families.givenName().has(key))) return [];
  return [...new Set(found.flatMap((key) => [...(ofShortForms().get(key) ?? [])]))];
}

/** The first letters of a name of the table by sound, as each language writes it: М and Н of Николай. */
const initialsOfFamilies = once(() => {
  const found = new Map<string, string[]>();
  for (const [key, family] of families.givenName())
    found.set(family, [...new Set([...(found.get(family) ?? []), coarseKey(key).charAt(0)])]);
  return found;
});

/** The first sounds by which a given name may be written as an initial. */
export function initialsOf(text: string, script: NameScript): string[] {
  const keys = soundKeys('givenName', text, script);
  const ofFamilies = nameKeys('givenName', text, script).flatMap(
    (key) => initialsOfFamilies().get(key) ?? [],
  );
  return [...new Set([...keys.map((key) => coarseKey(key).charAt(0)), ...ofFamilies])];
}

/** True for a given name of which the first letter alone is written. */
export const isInitial = (text: string): boolean => written(text, 'RUSSIAN').words.join('').length === 1;
