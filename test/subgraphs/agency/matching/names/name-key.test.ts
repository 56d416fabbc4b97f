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
    ['Щербачёв', '', 'Ščerbačëv Ŝerbačëv Shherbachyov Shcherbachëv Scherbachev Schtscherbatschow'],
    ['Хомяков', 'Хамякоў', 'Xomjakov Homâkov Chomjakov Khomi͡akov Khomiakov Chomiakow Chamiakoŭ'],
    ['Рожков', 'Ражкоў', 'Rojkov Rožkov Roschkow Rożkow'],
    ['Цыбин', 'Цыбін', 'Cy`bin T͡sybin Tsybin Cybin'],
    ['Щукин', 'Шчукін', 'Chtchoukine Ŝukin Szczukin'],
    ['Сташкевич', 'Сташкевіч', 'Staškievič Stashkevich Staszkiewicz'],
    ['Кацнельсон', 'Кацнельсон', 'Kacnelson Katsnelson Kaznelson'],
    ['Ковальчук', 'Кавальчук', 'Kovalčukas Kowalczuk Kavaĺčuk'],
    ['Высоцкий', 'Высоцкі', 'Vysotskiy Vysockij Wysocki Vysockis'],
    ['Ковалёв', 'Кавалёў', 'Kovalёv Kоvalev'],
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
    ['Фёдор Тодор', 'Фёдар Тодар Хведар', 'Fyodor Todar Theodore'],
    ['Иосиф Осип Йосип', 'Язэп Іосіф', 'Yazep Iosif Joseph'],
    ['Александр', 'Алесь Аляксандр', 'Ales Aleksandras Oleksandr'],
    ['Юлия', 'Юлія', 'Iouliia Ûliâ Yuliya Julija'],
    ['Екатерина Катерина', 'Кацярына', 'Kacjaryna Kaciaryna Catherine'],
    ['Сергей Сергий', 'Сяргей', 'Sergejus Serhii Sârgej'],
    ['Магомед Мухаммад Мамед', 'Магамед', 'Məmməd Muhammad'],
    ['Алишер', 'Алішэр', 'Alisher'],
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
    ['Иванович Иваныч Ивановна Иванна', 'Іванавіч', 'Ivanych'],
    ['Сергеевич Сергеич Сергевна', 'Сяргеевіч', 'Sergeich'],
    ['Павлович Палыч', 'Паўлавіч', 'Pavlovich'],
    ['Алиевич Али', '', 'Alievich'],
  ])('%s, %s, %s', (...spellings) => {
    expect(apart('patronymic', spellings)).toEqual([]);
  });

  test('with the word for a son in the languages that have one', () => {
    for (const text of ['Али оглы', 'Али-оглы', 'Алиевич'])
      expect(nameKeys('patronymic', text, 'RUSSIAN')).toEqual(nameKeys('patronymic', 'Али', 'RUSSIAN'));
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
    ['givenName', 'Алиса', 'Алина'],
    ['givenName', 'Саша', 'Александр'],
    ['givenName', 'Женя', 'Евгения'],
    ['patronymic', 'Иванович', 'Янович'],
    ['patronymic', 'Петрович', 'Павлович'],
  ])('%s: %s and %s', (part, one, other) => {
    expect(meet(nameKeys(part, one, 'RUSSIAN'), nameKeys(part, other, 'RUSSIAN'))).toBe(false);
  });
});

describe('as keyboards and people leave it, a name is what it was meant to be', () => {
  const ivanov = nameKeys('surname', 'Иванов', 'RUSSIAN');
  test.each<[string, string, NameScript]>([
    ['letters of the other keyboard', 'Ивaнoв', 'RUSSIAN'],
    ['a letter of another language', 'Iванов', 'RUSSIAN'],
    ['a wrong script said', 'Иванов', 'LATIN'],
    ['three scripts in one word', 'Iваnоў', 'BELARUSIAN'],
    ['digits for letters', 'Иван0в', 'RUSSIAN'],
    ['marks apart', 'Івано\u045e'.normalize('NFD'), 'BELARUSIAN'],
    ['marks that nobody sees', 'Ив\u200bан\u200eо\u00adв', 'RUSSIAN'],
    ['marks that turn the direction', '\u202eИв\u202bан\u200fо\u2067в\u202c', 'RUSSIAN'],
    ['a rank before it', 'полковник Иванов', 'RUSSIAN'],
    ['two ranks before it', 'гр. подполковник Иванов', 'RUSSIAN'],
    ['a title in Latin', 'Dr. Herr Ivanov', 'LATIN'],
    ['a form of address before it', 'Mr. Ivanov', 'LATIN'],
  ])('%s', (_how, text, script) => {
    expect(meet(ivanov, nameKeys('surname', text, script))).toBe(true);
  });

  test('two surnames are in either order, and no other two', () => {
    const both = nameKeys('surname', 'Иванов-Зайцев', 'RUSSIAN');
    const otherwise = [
      ['Зайцев-Иванов', 'RUSSIAN'],
      ['Зайцаў Іваноў', 'BELARUSIAN'],
      ['Zaitsev – Ivanov', 'LATIN'],
    ] as const;
    for (const [text, script] of otherwise) expect(meet(both, nameKeys('surname', text, script))).toBe(true);
    expect(meet(both, nameKeys('surname', 'Иванов-Жуков', 'RUSSIAN'))).toBe(false);
    expect(meet(both, ivanov)).toBe(false);
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

  test.each([
    'ООО «Ромашка-Сервис»',
    'ЗАО "Иванов и сыновья"',
    'Ivanov Trading Ltd.',
    'Ъ',
    'И',
    'I',
    '7',
    '\u0301\u0308',
    'а'.repeat(300),
    'Ö-Ü ў',
    'constructor',
  ])('is read all the same, and like no person: %j', (text) => {
    for (const part of ['surname', 'givenName', 'patronymic'] as const) {
      const keys = nameKeys(part, text, 'RUSSIAN');
      expect(keys.length).toBeLessThanOrEqual(32);
      expect(meet(keys, nameKeys(part, 'Иванов', 'RUSSIAN'))).toBe(false);
    }
  });

  test('has no more keys, and takes no longer, for being long or read in many ways', () => {
    const keys = nameKeys('surname', 'chjoh'.repeat(2_000), 'LATIN');
    expect(keys.length).toBeLessThanOrEqual(32);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(200);
  });
});
