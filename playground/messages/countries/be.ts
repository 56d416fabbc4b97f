import type { countries as english } from './en.ts';

/** Names of countries, in Belarusian. */
export const countries: Readonly<Record<keyof typeof english, string>> = {
  'country.BY': 'Беларусь',
  'country.RU': 'Расія',
  'country.UA': 'Украіна',
  'country.KZ': 'Казахстан',
  'country.AM': 'Арменія',
  'country.AZ': 'Азербайджан',
  'country.GE': 'Грузія',
  'country.KG': 'Кыргызстан',
  'country.MD': 'Малдова',
  'country.TJ': 'Таджыкістан',
  'country.TM': 'Туркменістан',
  'country.UZ': 'Узбекістан',
  'country.PL': 'Польшча',
  'country.LT': 'Літва',
  'country.LV': 'Латвія',
};
