import { be } from './be.ts';
import { en, type MessageKey, type Messages } from './en.ts';
import { ru } from './ru.ts';

export const catalogues = { be, ru, en } as const satisfies Record<string, Messages>;
export type Locale = keyof typeof catalogues;
export const locales = Object.keys(catalogues) as Locale[];

/** Each language in itself. */
export const localeNames: Record<Locale, string> = { be: 'Беларуская', ru: 'Русский', en: 'English' };

/** Says a text in the language `locale`. */
export interface Translate {
  (key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  readonly locale: Locale;
}

/** Texts of a language, with `{name}` replaced by the value of that name. */
export const translator = (locale: Locale): Translate =>
  Object.assign(
    (key: MessageKey, values: Readonly<Record<string, string | number>> = {}) =>
      catalogues[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    { locale },
  );

/** The first of a browser's languages that there is a catalogue of. */
export const preferredLocale = (languages: readonly string[]): Locale =>
  languages
    .map((language) => language.slice(0, 2).toLowerCase())
    .find((language): language is Locale => Object.hasOwn(catalogues, language)) ?? 'en';
