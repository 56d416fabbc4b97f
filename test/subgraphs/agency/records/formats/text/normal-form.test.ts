import {
  compactNumber,
  folded,
  latinLetters,
} from '../../../../../../subgraphs/agency/records/formats/text/folded.ts';

test('names are compared without case and surplus spaces, and no further', () => {
  expect(folded('  Lock  Bit ')).toBe('lock bit');
  expect(folded('LOCK BIT')).toBe(folded('lock bit'));
  expect(folded('lockbit')).not.toBe(folded('lock bit'));
});

test('numbers are compared without spaces, dashes and the sign for number', () => {
  expect(compactNumber('mp – № 12-34 56')).toBe('MP123456');
  expect(compactNumber('12/34')).toBe('12/34');
});

test('Cyrillic capitals become the Latin ones that they look like, and others stay', () => {
  expect(latinLetters('АВЕКМНОРСТХІ')).toBe('ABEKMHOPCTXI');
  expect(latinLetters('ЖЯ1A')).toBe('ЖЯ1A');
});
