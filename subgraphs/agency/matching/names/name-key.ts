import type { NameScript } from '../../../../terms/enums.ts';
import { givenNames } from './given-names.ts';
import { type NamePart, soundKeys } from './sound-key.ts';

/** A key, and the first Russian name of the table's row that it belongs to. */
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

/** The first row that has a key keeps it. */
function familiesOf(part: 'givenName' | 'patronymic'): Families {
  const families = new Map<string, string>();
  for (const [russian, belarusian, other, patronymics] of givenNames) {
    const [name = ''] = words(russian);
    const keys = [
      ...words(russian).flatMap((form) => soundKeys(part, form, 'RUSSIAN')),
      ...words(belarusian).flatMap((form) => soundKeys(part, form, 'BELARUSIAN')),
      ...words(other).flatMap((form) => soundKeys(part, form, 'LATIN')),
      ...(part === 'patronymic'
        ? words(patronymics).flatMap((form) => soundKeys(part, form, 'BELARUSIAN'))
        : []),
    ];
    for (const key of keys) if (!families.has(key)) families.set(key, name.toLowerCase());
  }
  return families;
}

const families = {
  givenName: once(() => familiesOf('givenName')),
  patronymic: once(() => familiesOf('patronymic')),
};

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

/**
 * The keys of a part of a name. Two spellings of one name share a key, whatever their script and standard; different names
 * do not. A part has several keys where its spelling can be read in several ways. A key in lower case names a family of
 * the table, one in upper case a sound.
 * @returns in no order, each once; none for a text without a letter
 */
export function nameKeys(part: NamePart, text: string, script: NameScript): string[] {
  const keys = soundKeys(part, text, script);
  const familyOf = part === 'surname' ? familyOfSurname : (key: string) => families[part]().get(key) ?? key;
  return [...new Set(keys.map(familyOf))];
}

/** True for a key that is a name of the table. */
export const isFamily = (key: string): boolean => key === key.toLowerCase();
