import { labelledPairs, PAIR_KINDS } from '../../../workshop/bench/matching-pairs/labelled-pairs.ts';
import { FEMALE_NAMES } from '../../../workshop/bench/matching-pairs/names/female.ts';
import { MALE_NAMES } from '../../../workshop/bench/matching-pairs/names/male.ts';
import { SIMILAR_GIVEN } from '../../../workshop/bench/matching-pairs/names/similar.ts';
import { suffixForms } from '../../../workshop/bench/matching-pairs/names/suffixes.ts';
import { SURNAME_ROOTS } from '../../../workshop/bench/matching-pairs/names/surnames.ts';
import type { LabelledPair } from '../../../workshop/bench/matching-pairs/pair.ts';
import { LATIN_STYLES, styleNamed } from '../../../workshop/bench/matching-pairs/styles.ts';

const pairs = labelledPairs(6000, 1);
const ofKind = (kind: string) => pairs.filter((pair) => pair.kind === kind);
const full = /^\d{4}-\d\d-\d\d$/;

describe('labelled pairs', () => {
  test('depend on their seed alone, and fewer are the beginning of more', () => {
    expect(labelledPairs(200, 7)).toEqual(labelledPairs(300, 7).slice(0, 200));
    expect(labelledPairs(200, 7)).not.toEqual(labelledPairs(200, 8));
  });

  test('have every kind as often as its share says, half of them the same person', () => {
    for (const { kind, share } of PAIR_KINDS) {
      expect(Math.abs((ofKind(kind).length / pairs.length) * 100 - share)).toBeLessThan(2);
    }
    expect(PAIR_KINDS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    const same = pairs.filter((pair) => pair.label === 'same').length / pairs.length;
    expect(Math.abs(same - 0.5)).toBeLessThan(0.03);
  });

  test('go in every direction between the scripts', () => {
    const directions = new Set(pairs.map(({ a, b }) => `${a.script}>${b.script}`));
    expect([...directions].sort()).toEqual(
      ['be', 'latn', 'ru'].flatMap((a) => ['be', 'latn', 'ru'].map((b) => `${a}>${b}`)),
    );
  });

  test('have a full birth on both sides where a patronymic lacks in a pair of one person', () => {
    const lacking = pairs.filter(
      ({ label, a, b }) => label === 'same' && (a.patronymic === '' || b.patronymic === ''),
    );
    expect(lacking.length).toBeGreaterThan(0);
    for (const { a, b } of lacking) for (const { birth } of [a, b]) expect(birth).toMatch(full);
  });

  test('of different people are for the most part such as are easily taken for one', () => {
    const different = pairs.filter(({ label }) => label === 'different');
    const hard = [
      'near-surname',
      'initials',
      'sibling',
      'twin',
      'father-son',
      'similar-given',
      'similar-surname',
    ];
    expect(different.filter(({ kind }) => hard.includes(kind)).length).toBeGreaterThan(different.length / 2);
  });

  test('of different people differ in a name or in the birth', () => {
    const name = ({ surname, given }: LabelledPair['a']) => `${surname} ${given}`;
    for (const { label, a, b } of pairs.filter((pair) => pair.label === 'different')) {
      expect({ label, alike: name(a) === name(b) && a.birth === b.birth }).toEqual({ label, alike: false });
    }
  });

  test('are of people born by now, and old enough to have a record', () => {
    for (const { birth } of pairs.flatMap(({ a, b }) => [a, b]).filter((identity) => identity.birth !== '')) {
      expect(Number(birth.slice(0, 4))).toBeGreaterThanOrEqual(1935);
      expect(Number(birth.slice(0, 4))).toBeLessThanOrEqual(2008);
    }
  });

  test('of one kind show what the kind is named for', () => {
    const names = ({ surname, given, patronymic }: LabelledPair['a']) =>
      [surname, given, patronymic].join(' ');
    for (const { a, b } of ofKind('spelling')) expect(names(a)).not.toBe(names(b));
    for (const { a, b } of ofKind('typo')) {
      expect(a.script).toBe(b.script);
      expect([a.surname !== b.surname, a.given !== b.given].filter(Boolean)).toHaveLength(1);
    }
    for (const { a, b } of ofKind('swapped-day-month')) {
      const [year, month, day] = a.birth.split('-');
      expect(b.birth).toBe(`${year}-${day}-${month}`);
      expect(b.birth).not.toBe(a.birth);
    }
    for (const { a, b } of ofKind('father-son')) {
      expect(Math.abs(Number(a.birth.slice(0, 4)) - Number(b.birth.slice(0, 4)))).toBeGreaterThanOrEqual(20);
    }
    for (const { a, b } of ofKind('twin')) {
      expect(a.birth).toBe(b.birth);
      expect(a.given).not.toBe(b.given);
    }
    for (const { a, b } of ofKind('near-surname')) {
      expect(a.birth).toBe(b.birth);
      expect(a.surname).not.toBe(b.surname);
    }
    for (const { a, b } of ofKind('double-surname')) expect(`${a.surname}${b.surname}`).toContain('-');
    const unseen = /[\p{M}\p{Cf}]/u;
    const isOdd = ({ script, surname, given }: LabelledPair['a']) =>
      unseen.test(surname + given) ||
      (script === 'latn' ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u).test(surname + given);
    expect(ofKind('lookalikes').filter(({ b }) => isOdd(b)).length).toBeGreaterThan(
      ofKind('lookalikes').length / 2,
    );
    for (const { b } of ofKind('yo')) expect(b.surname + b.given + b.patronymic).not.toMatch(/ё/i);
  });
});

describe('the tables of names', () => {
  const surnames = SURNAME_ROOTS.flat();
  const styles = [styleNamed('be'), styleNamed('ru'), ...LATIN_STYLES.map(([style]) => style)];

  test('keep to the letters of their language', () => {
    const names = [
      ...surnames.flatMap(({ male, female }) => [male, female]),
      ...MALE_NAMES.flatMap((name) => [name, name.patronymic.male, name.patronymic.female]),
      ...FEMALE_NAMES,
    ];
    for (const { ru, be } of names) {
      expect(ru).toMatch(/^[А-ЯЁ][а-яё]+$/);
      expect(be).toMatch(/^(?!.*[ищъ])[А-ЯЁІЎ][а-яёіў']+$/);
    }
  });

  test('have enough of each', () => {
    expect(SURNAME_ROOTS.length).toBeGreaterThanOrEqual(120);
    expect(MALE_NAMES.length).toBeGreaterThanOrEqual(60);
    expect(FEMALE_NAMES.length).toBeGreaterThanOrEqual(50);
  });

  // Without its marks, Łacinka writes Савчук and Шавчук alike.
  test.each(
    styles.filter(({ name }) => name !== 'lacinka-bare').map((style) => [style.name, style] as const),
  )('stay apart when written in %s', (_, style) => {
    const write = style.writeSurname ?? style.write;
    const twice = (written: string[]) => written.filter((name, i) => written.indexOf(name) !== i);
    expect(twice(surnames.map(({ male }) => write(male[style.source])))).toEqual([]);
    expect(twice(surnames.map(({ female }) => write(female[style.source])))).toEqual([]);
    expect(twice([...MALE_NAMES, ...FEMALE_NAMES].map((name) => style.write(name[style.source])))).toEqual(
      [],
    );
  });

  test('hold both names of every similar pair', () => {
    const known = new Set([...MALE_NAMES, ...FEMALE_NAMES].map(({ ru }) => ru));
    expect(SIMILAR_GIVEN.flat().filter((name) => !known.has(name))).toEqual([]);
  });

  test('make the feminine forms of both languages', () => {
    const woman = (ru: string) => surnames.find(({ male }) => male.ru === ru)?.female;
    expect(woman('Ковалёв')).toEqual({ ru: 'Ковалёва', be: 'Кавалёва' });
    expect(woman('Никитин')).toEqual({ ru: 'Никитина', be: 'Мікіціна' });
    expect(woman('Калиновский')).toEqual({ ru: 'Калиновская', be: 'Каліноўская' });
    expect(woman('Толстой')).toEqual({ ru: 'Толстая', be: 'Талстая' });
    expect(woman('Коваленко')).toEqual({ ru: 'Коваленко', be: 'Каваленка' });
    const daughter = (ru: string) => MALE_NAMES.find((name) => name.ru === ru)?.patronymic.female;
    expect(daughter('Николай')).toEqual({ ru: 'Николаевна', be: 'Мікалаеўна' });
    expect(daughter('Илья')).toEqual({ ru: 'Ильинична', be: 'Ільінічна' });
    expect(daughter('Никита')).toEqual({ ru: 'Никитична', be: 'Мікітаўна' });
    expect(daughter('Лев')).toEqual({ ru: 'Львовна', be: 'Львоўна' });
  });

  test('refuse a suffix of no family', () => {
    expect(() => suffixForms('оу/аў')).toThrow('no family of surnames has the suffix оу/аў');
  });
});

describe('Latin', () => {
  test.each([
    ['be-passport', 'Каваленка', 'Kavalenka'],
    ['be-passport', 'Салаўёў', 'Salauiou'],
    ['be-passport', "Вераб'ёў", 'Verabyou'],
    ['be-passport', 'Яўген', 'Yauhen'],
    ['be-passport', 'Яўгенія', 'Yauheniya'],
    ['be-passport', 'Сяргей', 'Siarhei'],
    ['be-passport', 'Кацярына', 'Katsiaryna'],
    ['be-passport', 'Таццяна', 'Tatsiana'],
    ['be-passport', 'Дзмітрый', 'Dzmitry'],
    ['be-passport', 'Мікалаеў', 'Mikalayeu'],
    ['be-passport', 'Хамякоў', 'Khamiakou'],
    ['be-via-ru', 'Евгений', 'Evgeni'],
    ['ru-icao', 'Щербаков', 'Shcherbakov'],
    ['ru-icao', 'Юлия', 'Iuliia'],
    ['ru-icao', 'Сергей', 'Sergei'],
    ['ru-icao', 'Хомяков', 'Khomiakov'],
    ['ru-icao', 'Зайцев', 'Zaitsev'],
    ['ru-icao', 'Подъячев', 'Podieiachev'],
    ['ru-1997', 'Алексей', 'Alexey'],
    ['ru-1997', 'Юрий', 'Yury'],
    ['ru-1997', 'Ткачёв', 'Tkachev'],
    ['ru-bgn', 'Соловьёв', 'Solovyov'],
    ['ru-bgn', 'Евгений', 'Yevgeniy'],
    ['ru-bgn', 'Андреева', 'Andreyeva'],
    ['french', 'Георгий', 'Gueorguy'],
    ['german', 'Жуков', 'Schukow'],
    ['german', 'Ткаченко', 'Tkatschenko'],
    ['german', 'Яковлев', 'Jakowlew'],
    ['polish-ru', 'Ковальчук', 'Kowalczuk'],
    ['polish-ru', 'Щербаков', 'Szczerbakow'],
    ['polish-ru', 'Михаил', 'Michaił'],
    ['polish-ru', 'Алла', 'Ałła'],
    ['polish-be', 'Рыгор', 'Ryhor'],
    ['polish-be', 'Вішнеўскі', 'Wisznieuski'],
    ['iso-1968', 'Щербачёв', 'Ščerbačëv'],
    ['iso-1995-ru', 'Юлия', 'Ûliâ'],
    ['iso-1995-be', 'Сяргей', 'Sârgej'],
    ['scientific', 'Хомяков', 'Xomjakov'],
    ['gost-7.79-b', 'Цветков', 'Czvetkov'],
    ['gost-7.79-b', 'Цыбин', 'Cy`bin'],
    ['gost-7.79-b', 'Зайцев', 'Zajcev'],
    ['ala-lc', 'Цветков', 'T\u0361svetkov'],
    ['chat', 'Рожков', 'Rojkov'],
    ['lacinka', 'Сташкевіч', 'Staškievič'],
    ['lacinka', 'Аляксей', 'Alaksiej'],
    ['lacinka-bare', 'Сташкевіч', 'Staskievic'],
    ['lacinka-bare', 'Шчэрба', 'Scerba'],
    ['be-bgn', 'Салаўёў', 'Salawyow'],
  ])('by %s writes %s as %s', (style, cyrillic, latin) => {
    expect(styleNamed(style).write(cyrillic)).toBe(latin);
  });

  test('in French ends a surname, but no given name, in -ff', () => {
    const { write, writeSurname } = styleNamed('french');
    expect(writeSurname?.('Петров')).toBe('Petroff');
    expect(writeSurname?.('Щукин')).toBe('Chtchoukine');
    expect(write('Лев')).toBe('Lev');
  });

  test('refuses a letter its table has not', () => {
    expect(() => styleNamed('ru-icao').write('Іван')).toThrow('no Latin for і in Іван');
  });
});
