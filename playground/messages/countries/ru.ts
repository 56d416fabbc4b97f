import type { countries as english } from './en.ts';

/** Names of countries, in Russian. */
export const countries: Readonly<Record<keyof typeof english, string>> = {
  'country.BY': 'Беларусь',
  'country.RU': 'Россия',
  'country.UA': 'Украина',
  'country.KZ': 'Казахстан',
  'country.AM': 'Армения',
  'country.AZ': 'Азербайджан',
  'country.GE': 'Грузия',
  'country.KG': 'Киргизия',
  'country.MD': 'Молдавия',
  'country.TJ': 'Таджикистан',
  'country.TM': 'Туркмения',
  'country.UZ': 'Узбекистан',
  'country.PL': 'Польша',
  'country.LT': 'Литва',
  'country.LV': 'Латвия',
};
