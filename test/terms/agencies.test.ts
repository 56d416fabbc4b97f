import { agencyNames, candidatesField, isDossierId, ownerOf, subgraphOf } from '../../terms/agencies.ts';

const shortest = `BY-${'0'.repeat(10)}`;
const longest = `RU-${'Z'.repeat(26)}`;

describe('a dossier id', () => {
  test('is a prefix and 10 to 26 characters of the base32', () => {
    expect(isDossierId(shortest)).toBe(true);
    expect(isDossierId(longest)).toBe(true);
    expect(isDossierId('BY-0123456789ABCDEFGHJKMNPQRS')).toBe(true);
    expect(isDossierId('BY-TVWXYZ0000')).toBe(true);
  });

  test('has not 9 and not 27 characters', () => {
    expect(isDossierId(shortest.slice(0, -1))).toBe(false);
    expect(isDossierId(`${longest}Z`)).toBe(false);
  });

  test.each(['I', 'L', 'O', 'U'])('has no %s, which is read as another character', (letter) => {
    expect(isDossierId(`BY-000000000${letter}`)).toBe(false);
  });

  test.each([
    ['lower case', 'BY-abcdefghjk'],
    ['a prefix in lower case', 'by-0000000000'],
    ['a prefix of no agency', 'UA-0000000000'],
    ['no prefix', '0000000000'],
    ['no hyphen', 'BY0000000000'],
    ['white space before', ' BY-0000000000'],
    ['a line break after', 'BY-0000000000\n'],
    ['two lines', 'BY-0000000000\nBY-0000000000'],
    ['nothing', ''],
  ])('is not %s', (_what, text) => {
    expect(isDossierId(text)).toBe(false);
  });

  test.each([
    ['an operator object', { $ne: null }],
    ['a list of an id', [shortest]],
    ['an object that reads as an id', { toString: () => shortest }],
    ['a number', 0],
    ['null', null],
    ['undefined', undefined],
  ])('is not %s', (_what, value) => {
    expect(isDossierId(value)).toBe(false);
  });
});

describe('the owner of a dossier', () => {
  test('is told by the prefix', () => {
    expect(ownerOf(shortest)).toBe('BELARUS');
    expect(ownerOf(longest)).toBe('RUSSIA');
  });

  test('is nobody when the id is none', () => {
    expect(ownerOf('BY-')).toBeUndefined();
    expect(ownerOf('BY-000000000I')).toBeUndefined();
    expect(ownerOf('UA-0000000000')).toBeUndefined();
  });
});

test('a subgraph is named as its agency, in lower case', () => {
  expect(agencyNames.map(subgraphOf)).toEqual(['belarus', 'russia']);
});

test('the only other agency answers `candidates` of a dossier', () => {
  expect(candidatesField('BELARUS', 'RUSSIA')).toBe('candidates');
  expect(candidatesField('RUSSIA', 'BELARUS')).toBe('candidates');
});
