import { isKey } from './is-key.ts';
import { knownTitle, titleOf } from './title-of.ts';
import type { Locale, Translate } from './translate.ts';

/**
 * The locale by which each language writes numbers and moments. Browsers come without Belarusian; it writes numbers as
 * Russian does, and a moment in digits has no words.
 */
const numbers = { be: 'ru', ru: 'ru', en: 'en-GB' } as const satisfies Record<Locale, string>;
const momentStyle = {
  be: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  ru: { dateStyle: 'medium', timeStyle: 'short' },
  en: { dateStyle: 'medium', timeStyle: 'short' },
} as const satisfies Record<Locale, Intl.DateTimeFormatOptions>;

/** RFC 3339 with a time. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const partialDate = /^\d{4}(-\d{2}){0,2}$/;
const amount = /^\d{1,15}(\.\d{1,6})?$/;
const countryFields = ['country', 'issuer'];

/** A value as the page's language has it. */
export interface Words {
  /** A text of the page. */
  text: Translate;
  /** The title of a member of a closed list. */
  code(list: string, code: string): string;
  /** @param code ISO 3166-1 alpha-2 */
  country(code: string): string;
  /** @param text a decimal amount, such as `1200.50` */
  amount(text: string): string;
  /** @param text `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
  date(text: string): string;
  /** @param text RFC 3339 */
  moment(text: string): string;
  /** The number of victims; empty where it is not known. */
  victims(count: unknown): string;
}

export function wordsIn(t: Translate): Words {
  const { locale } = t;
  return {
    text: t,
    code: (list, code) => titleOf(t, list, code),
    country(code) {
      const key = `country.${code}`;
      if (isKey(key)) return t(key);
      const isKnown = /^[A-Z]{2}$/.test(code) && locale !== 'be';
      return (isKnown && new Intl.DisplayNames(numbers[locale], { type: 'region' }).of(code)) || code;
    },
    amount(text) {
      if (!amount.test(text)) return text;
      const digits = text.split('.')[1]?.length ?? 0;
      const style = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      return new Intl.NumberFormat(numbers[locale], style).format(Number(text));
    },
    date: (text) => (locale !== 'en' && partialDate.test(text) ? text.split('-').reverse().join('.') : text),
    moment: (text) =>
      moment.test(text)
        ? new Intl.DateTimeFormat(numbers[locale], momentStyle[locale]).format(new Date(text))
        : text,
    victims: (count) => (typeof count === 'number' ? t('profile.victims', { count }) : ''),
  };
}

/** A value of an answer in the page's language, and the code of a closed list that it stands for. */
export interface Said {
  text: string;
  code?: string;
}

/**
 * Says a value of an answer.
 * @param field what it is called in the schema
 * @param type the name of its type there
 */
export function sayValue(t: Translate, field: string, type: string | undefined, value: unknown): Said {
  const words = wordsIn(t);
  if (typeof value === 'boolean') return { text: t(`value.${value}`) };
  if (typeof value === 'number') return { text: new Intl.NumberFormat(numbers[t.locale]).format(value) };
  if (typeof value !== 'string') return { text: String(value) };
  const title = type && knownTitle(t.locale, type, value);
  if (title) return { text: title, code: value };
  if (countryFields.includes(field) && /^[A-Z]{2}$/.test(value))
    return { text: words.country(value), code: value };
  if (field === 'loss') return { text: words.amount(value) };
  return { text: words.moment(value) };
}
