/** Where people were born: a place as Belarusian and as Russian write it, by country. */
export interface Place {
  belarusian: string;
  russian: string;
}

const placesOf = (...pairs: readonly (readonly [belarusian: string, russian: string])[]): readonly Place[] =>
  pairs.map(([belarusian, russian]) => ({ belarusian, russian }));

export const belarusianTowns = placesOf(
  ['Мінск', 'Минск'],
  ['Брэст', 'Брест'],
  ['Віцебск', 'Витебск'],
  ['Гомель', 'Гомель'],
  ['Гродна', 'Гродно'],
  ['Магілёў', 'Могилёв'],
  ['Орша', 'Орша'],
  ['Барысаў', 'Борисов'],
  ['Пінск', 'Пинск'],
  ['Баранавічы', 'Барановичи'],
  ['Бабруйск', 'Бобруйск'],
  ['Мазыр', 'Мозырь'],
  ['Ліда', 'Лида'],
  ['Полацк', 'Полоцк'],
  ['Слуцк', 'Слуцк'],
  ['Маладзечна', 'Молодечно'],
);

export const russianTowns = placesOf(
  ['Масква', 'Москва'],
  ['Санкт-Пецярбург', 'Санкт-Петербург'],
  ['Казань', 'Казань'],
  ['Самара', 'Самара'],
  ['Екацярынбург', 'Екатеринбург'],
  ['Новасібірск', 'Новосибирск'],
  ['Растоў-на-Доне', 'Ростов-на-Дону'],
  ['Смаленск', 'Смоленск'],
  ['Бранск', 'Брянск'],
  ['Пскоў', 'Псков'],
  ['Краснадар', 'Краснодар'],
  ['Варонеж', 'Воронеж'],
  ['Тула', 'Тула'],
  ['Перм', 'Пермь'],
);

/** By country, ISO 3166-1 alpha-2. */
export const places = {
  BY: belarusianTowns,
  RU: russianTowns,
  AM: placesOf(['Ерэван', 'Ереван']),
  AZ: placesOf(['Баку', 'Баку']),
  GE: placesOf(['Тбілісі', 'Тбилиси']),
  KG: placesOf(['Бішкек', 'Бишкек']),
  KZ: placesOf(['Алматы', 'Алма-Ата'], ['Караганда', 'Караганда']),
  LT: placesOf(['Вільнюс', 'Вильнюс']),
  LV: placesOf(['Рыга', 'Рига'], ['Даўгаўпілс', 'Даугавпилс']),
  MD: placesOf(['Кішынёў', 'Кишинёв']),
  PL: placesOf(['Беласток', 'Белосток']),
  RS: placesOf(['Бялград', 'Белград']),
  TJ: placesOf(['Душанбэ', 'Душанбе']),
  UA: placesOf(['Харкаў', 'Харьков'], ['Жытомір', 'Житомир']),
  UZ: placesOf(['Ташкент', 'Ташкент']),
} as const satisfies Record<string, readonly Place[]>;

export type Country = keyof typeof places;
