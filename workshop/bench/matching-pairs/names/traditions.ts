import type { Sex, Spelling } from './spelling.ts';

/** One name in two forms of tradition, both on record: `Тодар` is not how `Фёдор` sounds, and is the same name. */
export interface Tradition {
  readonly sex: Sex;
  readonly forms: readonly [Spelling, Spelling];
}

const NAMES = `
male Фёдор/Фёдар Тодор/Тодар
male Осип/Восіп Иосиф/Язэп
male Александр/Аляксандр Алесь/Алесь
male Николай/Мікалай Микола/Мікола
male Михаил/Міхаіл Михась/Міхась
male Пётр/Пётр Петро/Пятро
male Григорий/Рыгор Григорий/Грыгорый
male Константин/Канстанцін Константин/Кастусь
male Дмитрий/Дзмітрый Дмитрий/Зміцер
male Стефан/Стэфан Степан/Сцяпан
male Афанасий/Афанасій Апанас/Апанас
male Даниил/Данііл Данила/Даніла
male Гавриил/Гаўрыіл Гаврила/Гаўрыла
male Артём/Арцём Артемий/Арцемій
male Захар/Захар Захарий/Захарый
female Елизавета/Лізавета Елизавета/Альжбета
female Анна/Ганна Анна/Анна
female Наталья/Наталля Наталия/Наталія
female Мария/Марыя Марья/Мар'я
female Екатерина/Кацярына Катерина/Катарына
female София/Сафія Софья/Соф'я
female Дарья/Дар'я Дария/Дарыя
female Ксения/Ксенія Аксинья/Аксіння
female Юлиана/Юліяна Ульяна/Ульяна
`;

const spelled = (text = ''): Spelling => {
  const [ru = '', be = ''] = text.split('/');
  return { ru, be };
};

export const TRADITIONS: readonly Tradition[] = NAMES.trim()
  .split('\n')
  .map((line) => {
    const [sex, one, other] = line.split(' ');
    return { sex: sex as Sex, forms: [spelled(one), spelled(other)] };
  });
