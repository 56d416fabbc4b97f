import { isMixedScript } from '../../../../../../subgraphs/agency/records/formats/text/mixed-script.ts';

test.each([
  ['a Latin a in a Cyrillic name', 'Ив\u0061нов'],
  ['a Cyrillic о in a Latin handle', 'grey.st\u043Erk417'],
  ['beside a digit, which belongs to the word', 'дом2home'],
  ['beside an apostrophe', 'Мар\u0027yн'],
])('is mixed: %s', (_what, text) => {
  expect(isMixedScript(text)).toBe(true);
});

test.each([
  ['Cyrillic alone', 'Гарадзейка'],
  ['Latin alone, with marks', 'Šimkutė'],
  ['two words of different scripts', 'ivan-Иван'],
  ['a handle with an underscore', 'ivan_Иван'],
  ['digits alone', '12345'],
  ['letters of other scripts beside Latin', 'Αθηνα Athens'],
  ['nothing', ''],
])('is not mixed: %s', (_what, text) => {
  expect(isMixedScript(text)).toBe(false);
});
