import { malformed, recordedOf } from '../../checks/support/document.ts';

test.each(['AB', 'BM', 'HB', 'KH', 'MP', 'MC', 'KB', 'PP', 'SP', 'DP'])(
  'a passport of the series %s has no check digit',
  (series) => {
    expect(recordedOf('PASSPORT', 'BY', `${series}0000001`)).toBe(`${series}0000001 NONE`);
  },
);

test('a series typed in Cyrillic is written in Latin', () => {
  expect(recordedOf('PASSPORT', 'BY', '\u041C\u0420 № 0000001')).toBe('MP0000001 NONE');
});

test.each([
  ['of a series that there is not', 'XX0000001'],
  ['of a series that looks like no Latin one', 'ЖЖ0000001'],
  ['with a digit too few', 'MP000001'],
  ['with a digit too many', 'MP00000001'],
  ['without a series', '0000001'],
])('a passport %s is malformed', (_what, number) => {
  expect(recordedOf('PASSPORT', 'BY', number)).toBe(malformed);
});
