import { describe, expect, test } from 'vitest';
import { nameKeys } from '../../../../../subgraphs/agency/matching/names/name-key.ts';
import type { NamePart } from '../../../../../subgraphs/agency/matching/names/sound-key.ts';
import type { NameScript } from '../../../../../terms/enums.ts';

type Spellings = readonly [russian: string, belarusian: string, latin: string];

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const meet = (one: readonly string[], other: readonly string[]) => one.some((key) => other.includes(key));

/** The spellings, in each script, that do not meet the first Russian one. */
function apart(part: NamePart, [russian, belarusian, latin]: Spellings): string[] {
  const first = nameKeys(part, words(russian)[0] ?? '', 'RUSSIAN');
  const scripts: [string, NameScript][] = [
    [russian, 'RUSSIAN'],
    [belarusian, 'BELARUSIAN'],
    [latin, 'LATIN'],
  ];
  return scripts.flatMap(([text, script]) =>
    words(text).filter((word) => !meet(first, nameKeys(part, word, script))),
  );
}

describe('a surname’s spellings in Russian, Belarusian and Latin meet', () => {
  test.each<Spellings>([
    ['Коваленко', 'Каваленка', 'Kavalenka Kovalenko Kowalenko'],
    [
      'Соловьёв Соловьев Соловьёва',
      'Салаўёў Салаўёва',
      'Salauyou Salauiou Soloviev Solovyov Solovyev Solowjow',
    ],
    ['Иванов Иванова', 'Іваноў Іванова', 'Ivanou Ivanov Iwanow Ivanoff'],
    ['Щербаков', 'Шчарбакоў', 'Shcherbakov Shcharbakou Scherbakow Chtcherbakov Schtscherbakow'],
    ['Черненко', 'Чарненка', 'Chernenko Charnenka Tschernenko Czernenko Tchernenko'],
    [
      'Жуковский Жуковская',
      'Жукоўскі Жукоўская',
      'Zhukovsky Zhukouski Zhukovskaya Joukovski Shukowski Żukowski',
    ],
    ['Кузнецов', 'Кузняцоў', 'Kuznetsov Kuzniatsou Kusnezow Kouznetsov'],
    ['Зайцев', 'Зайцаў', 'Zaitsev Zaitsau Saizew'],
    ['Цветков', 'Цвяткоў', 'Tsvetkov Tsviatkou'],
    ['Матвеев', 'Мацвееў', 'Matveev Matsveyeu Matveyev'],
    ['Толстой Толстая', 'Талсты', 'Tolstoy Tolstoi'],
    ['Рябцев', 'Рабцаў', 'Ryabtsev Rabtsau'],
    ['Осипов', 'Восіпаў', 'Osipov Vosipau'],
    ['Николаев', 'Мікалаеў', 'Nikolaev Mikalayeu'],
    ['Григорьев', 'Грыгор’еў', 'Grigoriev Hryhoryeu'],
    ['Богданович', 'Багдановіч', 'Bogdanovich Bahdanovich Bogdanowicz Bogdanowitsch'],
    ['Харитонов', 'Харытонаў', 'Kharitonov Kharytonau'],
  ])('%s, %s, %s', (...spellings) => {
    expect(apart('surname', spellings)).toEqual([]);
  });
});

describe('a given name’s spellings meet', () => {
  test.each<Spellings>([
    ['Евгений', 'Яўген Яўгеній', 'Yauheni Yauhen Evgeny Evgueni Jewgeni'],
    ['Анна', 'Ганна', 'Hanna Anna'],
    ['Сергей', 'Сяргей', 'Siarhei Sergey Sergei Sergej'],
    ['Николай', 'Мікалай', 'Mikalai Nikolay Nikolai'],
    ['Никита', 'Мікіта', 'Mikita Nikita'],
    ['Екатерина', 'Кацярына', 'Katsiaryna Ekaterina Yekaterina'],
    ['Ольга', 'Вольга', 'Volha Olga'],
    ['Мария', 'Марыя', 'Maryia Maria Mariya'],
    ['Дмитрий', 'Дзмітрый', 'Dmitry Dzmitry Dmitrii'],
    ['Владимир', 'Уладзімір', 'Uladzimir Vladimir'],
    ['Святослав', 'Святаслаў', 'Sviataslau Sviatoslav'],
  ])('%s, %s, %s', (...spellings) => {
    expect(apart('givenName', spellings)).toEqual([]);
  });
});

describe('a patronymic’s spellings meet, of a son and of a daughter', () => {
  test.each<Spellings>([
    ['Николаевич Николаевна', 'Мікалаевіч Мікалаеўна', 'Mikalaevich Nikolayevich'],
    ['Евгеньевич Евгеньевна', 'Яўгенавіч Яўгеньевіч', 'Yauhenavich Evgenievich'],
    ['Львович Львовна', 'Львовіч', 'Lvovich'],
    ['Ильич Ильинична', 'Ільіч Ільінічна', 'Ilyich Ilich'],
    ['Яковлевич', 'Якаўлевіч', 'Yakovlevich'],
    ['Григорьевич', 'Рыгоравіч', 'Ryhoravich Grigorievich'],
  ])('%s, %s, %s', (...spellings) => {
    expect(apart('patronymic', spellings)).toEqual([]);
  });
});

describe('different names stay different', () => {
  test.each<[NamePart, string, string]>([
    ['surname', 'Ковалёв', 'Коваленко'],
    ['surname', 'Ковалёв', 'Ковальчук'],
    ['surname', 'Коваленко', 'Ковальчук'],
    ['surname', 'Иванов', 'Иванченко'],
    ['givenName', 'Ян', 'Иван'],
    ['givenName', 'Мария', 'Марина'],
    ['givenName', 'Александр', 'Александра'],
    ['givenName', 'Евгений', 'Евгения'],
    ['givenName', 'Полина', 'Галина'],
    ['patronymic', 'Иванович', 'Янович'],
    ['patronymic', 'Петрович', 'Павлович'],
  ])('%s: %s and %s', (part, one, other) => {
    expect(meet(nameKeys(part, one, 'RUSSIAN'), nameKeys(part, other, 'RUSSIAN'))).toBe(false);
  });
});

describe('what is no name', () => {
  test.each(['', ' ', '…', '😀', '\u202e\u200f', '12345', "'; {$ne: 1}".replace(/[a-z]/g, '')])(
    'has no key: %j',
    (text) => {
      for (const script of ['RUSSIAN', 'BELARUSIAN', 'LATIN'] as const)
        expect(nameKeys('surname', text, script)).toEqual([]);
    },
  );

  test('has no more keys, and takes no longer, for being long or read in many ways', () => {
    const keys = nameKeys('surname', 'chjoh'.repeat(2_000), 'LATIN');
    expect(keys.length).toBeLessThanOrEqual(32);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(200);
  });
});
