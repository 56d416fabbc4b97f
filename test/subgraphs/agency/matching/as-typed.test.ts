import { asTyped } from '../../../../subgraphs/agency/matching/as-typed.ts';
import { criteriaFeatures } from '../../../../subgraphs/agency/matching/criteria-features.ts';
import type { Features } from '../../../../subgraphs/agency/matching/features.ts';
import { indexedKeys, searchedKeys } from '../../../../subgraphs/agency/matching/indexed-keys.ts';
import { score } from '../../../../subgraphs/agency/matching/score.ts';
import type { NameReading } from '../../../../terms/search-exchange.ts';
import { identityFeatures } from '../../../../workshop/bench/eval-matching/identity-features.ts';

const record = identityFeatures({
  script: 'BELARUSIAN',
  surname: 'Гарадзейка',
  givenName: 'Яўген',
  patronymic: 'Рыгоравіч',
  birth: '1989-05-12',
});
const russian = (surname: string, givenName?: string): NameReading => ({
  script: 'RUSSIAN',
  surname,
  ...(givenName !== undefined && { givenName }),
});

/** Tells if the record is found by a key, and then the outcomes of the surname and the given name. */
function found(sought: Features, held = record) {
  const keys = new Set(indexedKeys(held));
  if (!searchedKeys(sought).some((key) => keys.has(key))) return undefined;
  const { evidence } = score(sought, held);
  return evidence.slice(0, 2).map(({ outcome }) => outcome);
}
const atHome = (name: NameReading) => found(asTyped({ names: [name] }));
const abroad = (name: NameReading) => found(criteriaFeatures({ names: [name] }));

describe('a search at home finds', () => {
  test.each<[string, NameReading, string]>([
    ['by the beginning of a surname', russian('Городей'), 'CLOSE'],
    ['by three letters', russian('Гор'), 'CLOSE'],
    ['by a beginning in another script', { script: 'LATIN', surname: 'Harad' }, 'CLOSE'],
    ['by the whole surname', russian('Городейко'), 'AGREED'],
    ['with the keyboard set wrong', { script: 'LATIN', surname: 'Ujhjltqrj' }, 'AGREED'],
  ])('%s', (_how, name, surname) => {
    expect(atHome(name)?.[0]).toBe(surname);
  });

  test('by an initial for the given name, in whichever of the languages', () => {
    expect(atHome(russian('Городейко', 'Е'))).toEqual(['AGREED', 'CLOSE']);
    expect(atHome({ script: 'BELARUSIAN', surname: 'Гарадзейка', givenName: 'Я.' })).toEqual([
      'AGREED',
      'CLOSE',
    ]);
    expect(atHome(russian('Городейко', 'К'))?.[1] ?? 'CONTRADICTED').toBe('CONTRADICTED');
  });

  test('by a beginning beside a given name', () => {
    expect(atHome(russian('Горо', 'Евгений'))).toEqual(['CLOSE', 'AGREED']);
  });

  test('by both words on the keyboard set wrong', () => {
    expect(atHome({ script: 'LATIN', surname: 'Ujhjltqrj', givenName: 'Tdutybq' })).toEqual([
      'AGREED',
      'AGREED',
    ]);
  });

  test.each<[string, string, NameReading['script']]>([
    ['Хомяков', '[jvzrjd', 'RUSSIAN'],
    ['Хомяков', '{jvzrjd', 'RUSSIAN'],
    ['Жуков', ':erjd', 'RUSSIAN'],
    ['Борисов', '<jhbcjd', 'RUSSIAN'],
    ['Эйдман', "'qlvfy", 'RUSSIAN'],
    ['Юрков', '.hrjd', 'RUSSIAN'],
    ['Ёлкин', '`krby', 'RUSSIAN'],
    ['Съедин', 'C]tlby', 'RUSSIAN'],
    ['Голуб', 'Ujke,', 'RUSSIAN'],
    ['Юўко', '>orj', 'BELARUSIAN'],
  ])(
    'with the keyboard set wrong where letters are on keys that are none: %s as %s',
    (surname, typed, script) => {
      const held = identityFeatures({ script, surname, givenName: 'Яўген', birth: '1989-05-12' });
      expect(found(asTyped({ names: [{ script: 'LATIN', surname: typed }] }), held)?.[0]).toBe('AGREED');
    },
  );

  test('nobody by two letters, or by a beginning of another name', () => {
    expect(atHome(russian('Го'))).toBeUndefined();
    expect(atHome(russian('Горин'))?.[0] ?? 'CONTRADICTED').toBe('CONTRADICTED');
  });

  test('nobody else for a Latin name that is one', () => {
    for (const surname of ['Zhukovsky', 'Hrynchyk', 'Kavalchuk'])
      expect(asTyped({ names: [{ script: 'LATIN', surname }] }).names).toHaveLength(1);
  });
});

describe('a search abroad finds none of it', () => {
  test.each<[string, NameReading]>([
    ['by a beginning', russian('Городей')],
    ['by a beginning beside a given name', russian('Горо', 'Евгений')],
    ['with the keyboard set wrong', { script: 'LATIN', surname: 'Ujhjltqrj' }],
  ])('%s', (_how, name) => {
    expect(abroad(name)?.[0] ?? 'CONTRADICTED').toBe('CONTRADICTED');
  });

  test('by an initial, which is missing there', () => {
    expect(abroad(russian('Городейко', 'Е'))).toEqual(['AGREED', 'MISSING']);
  });
});
