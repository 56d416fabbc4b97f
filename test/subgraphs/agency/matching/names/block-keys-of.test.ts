import { blockKeysOf } from '../../../../../subgraphs/agency/matching/names/block-keys-of.ts';

const meet = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key));

describe('a surname is looked up', () => {
  const solovyov = blockKeysOf('surname', 'Соловьёв', 'RUSSIAN');

  test('by its consonants, which all spellings have, and with one left out', () => {
    expect(solovyov.stems).toEqual(['SLVV']);
    expect(blockKeysOf('surname', 'Salauyou', 'LATIN').stems).toContain('SLVV');
    expect(meet(solovyov.near, blockKeysOf('surname', 'Соловьёл', 'RUSSIAN').near)).toBe(true);
    expect(meet(solovyov.near, blockKeysOf('surname', 'Зайцев', 'RUSSIAN').near)).toBe(false);
  });

  test('by its beginning, in any script, and in letters where it has few sounds', () => {
    expect(solovyov.starts).toEqual(['сол', 'SAL', 'SALA', 'SALAV', 'SALAVE']);
    expect(blockKeysOf('surname', 'Salauyou', 'LATIN').starts).toContain('SALAVE');
    expect(blockKeysOf('surname', 'Зай', 'RUSSIAN').starts).toEqual(['зай']);
  });

  test('by each of two', () => {
    const { stems } = blockKeysOf('surname', 'Зайцева-Соловьёва', 'RUSSIAN');
    expect(stems).toEqual(expect.arrayContaining(['SSV', 'SLVV']));
  });
});

describe('a given name is looked up', () => {
  test('by its name in the table, and a short form by those it stands for', () => {
    expect(blockKeysOf('givenName', 'Яўген', 'BELARUSIAN').stems).toEqual(['евгений']);
    expect(blockKeysOf('givenName', 'Женя', 'RUSSIAN').stems).toEqual(
      expect.arrayContaining(['евгений', 'евгения']),
    );
  });

  test('by its first sound in each of the languages', () => {
    expect(blockKeysOf('givenName', 'Мікалай', 'BELARUSIAN').initials.sort()).toEqual(['M', 'N']);
    expect(blockKeysOf('givenName', 'Яўген', 'BELARUSIAN').initials).toEqual(['E']);
  });
});

test('no name has many keys', () => {
  for (const text of ['chjoh'.repeat(50), 'Schtscherbatschewitsch-Chtchoukine', 'x'.repeat(300)]) {
    const { stems, near, starts, initials } = blockKeysOf('surname', text, 'LATIN');
    expect([...stems, ...near, ...starts, ...initials].length).toBeLessThanOrEqual(50);
  }
});
