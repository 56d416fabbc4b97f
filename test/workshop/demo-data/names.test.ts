import type { Forms, GenderedForms } from '../../../workshop/demo-data/names/forms.ts';
import { givenNames } from '../../../workshop/demo-data/names/given-names.ts';
import { patronymics } from '../../../workshop/demo-data/names/patronymics.ts';
import { surnames } from '../../../workshop/demo-data/names/surnames.ts';
import { latinOfBelarusian, latinOfRussian } from '../../../workshop/demo-data/names/transliteration.ts';

describe('Belarusian names in a Belarusian passport', () => {
  test.each([
    ['Яўген', 'Yauhen'],
    ['Аляксандр', 'Aliaksandr'],
    ['Сяргей', 'Siarhei'],
    ['Андрэй', 'Andrei'],
    ['Дзмітрый', 'Dzmitry'],
    ['Юрый', 'Yury'],
    ['Ілья', 'Ilya'],
    ['Марыя', 'Maryia'],
    ['Юлія', 'Yuliya'],
    ['Надзея', 'Nadzeya'],
    ['Дар’я', 'Darya'],
    ['Таццяна', 'Tatsiana'],
    ['Наталля', 'Natallia'],
    ['Каваленка', 'Kavalenka'],
    ['Кавалёў', 'Kavaliou'],
    ['Салаўёў', 'Salauyou'],
    ['Грыгор’еў', 'Hryhoryeu'],
    ['Шчарбакоў', 'Shcharbakou'],
    ['Цімафееў', 'Tsimafeyeu'],
    ['Мельнік-Кузьмін', 'Melnik-Kuzmin'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(latinOfBelarusian(cyrillic)).toBe(latin);
  });
});

describe('Russian names by ICAO Doc 9303', () => {
  test.each([
    ['Евгений', 'Evgenii'],
    ['Соловьёв', 'Solovev'],
    ['Юлия', 'Iuliia'],
    ['Наталья', 'Natalia'],
    ['Щербаков', 'Shcherbakov'],
    ['Хадыев', 'Khadyev'],
    ['Подъячев', 'Podieiachev'],
    ['Коваленко', 'Kovalenko'],
  ])('%s is %s', (cyrillic, latin) => {
    expect(latinOfRussian(cyrillic)).toBe(latin);
  });
});

test('a letter that has no transliteration is an error, not left out', () => {
  expect(() => latinOfRussian('Їжак')).toThrow(RangeError);
});

const genderedForms: [string, readonly GenderedForms[]][] = [
  ['surnames', surnames],
  ['patronymics', patronymics],
];

describe.each(genderedForms)('the table of %s', (_table, rows) => {
  test('has no row twice', () => {
    expect(new Set(rows.map(({ MALE }) => MALE.russian)).size).toBe(rows.length);
    expect(new Set(rows.map(({ MALE }) => MALE.belarusian)).size).toBe(rows.length);
  });
});

test('there are some 60 surnames, 30 given names of each sex and 25 fathers', () => {
  expect(surnames.length).toBeGreaterThanOrEqual(60);
  expect(givenNames.MALE.length).toBeGreaterThanOrEqual(30);
  expect(givenNames.FEMALE.length).toBeGreaterThanOrEqual(30);
  expect(patronymics.length).toBeGreaterThanOrEqual(25);
});

describe('orthography', () => {
  const everyForm: Forms[] = [
    ...[...surnames, ...patronymics].flatMap(({ MALE, FEMALE }) => [MALE, FEMALE]),
    ...givenNames.MALE,
    ...givenNames.FEMALE,
  ];

  test('Belarusian has no и, щ, ъ; no soft д, т, р; no hard sound before е, і; ў only after a vowel', () => {
    for (const { belarusian } of everyForm) {
      expect(belarusian).toMatch(/^[А-ЯЁІЎ][а-яёіў’]+$/u);
      expect(belarusian).not.toMatch(/[ищъ]/iu);
      // Dzekanne and tsekanne: soft д and т are дз and ц. Ж, ш, ч and р are always hard.
      expect(belarusian).not.toMatch(/[дтжшчр][еёіюяь]/iu);
      expect(belarusian).not.toMatch(/(^|[^аеёіоуыэюя])ў/iu);
      // After a vowel, в before a consonant or at the end is ў.
      expect(belarusian).not.toMatch(/[аеёіоуыэюя]в($|[^аеёіоуыэюя])/iu);
    }
  });

  test('Belarusian has one о or ё at most, under the stress', () => {
    for (const { belarusian } of everyForm)
      expect(belarusian.match(/[оё]/giu)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  test('Russian has letters of its alphabet only', () => {
    for (const { russian } of everyForm) expect(russian).toMatch(/^[А-ЯЁ][а-яё]+$/u);
  });

  test('Latin has plain letters only', () => {
    for (const { latinBelarusian, latinRussian } of everyForm) {
      expect(latinBelarusian).toMatch(/^[A-Z][a-z]+$/);
      expect(latinRussian).toMatch(/^[A-Z][a-z]+$/);
    }
  });

  test('a woman’s surname ends in -а or -ая where a man’s is declined', () => {
    for (const { MALE, FEMALE } of surnames) {
      for (const form of ['belarusian', 'russian'] as const) {
        const declined = /(ў|оў|ін|ын|[сц]кі|ов|ев|ёв|ин|ский|цкий)$/u.test(MALE[form]);
        expect(FEMALE[form] === MALE[form]).toBe(!declined);
        if (declined) expect(FEMALE[form]).toMatch(/(а|ая)$/u);
      }
    }
  });
});
