import { type Locale, locales, preferredLocale } from './messages/messages.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How this officer wants the page; kept in this browser alone. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  keepsHistory: boolean;
}

const storageKey = 'concord:preferences';

/** What was chosen here before; where nothing was, what the browser says of its user. */
export function readPreferences(storage: Storage, languages: readonly string[]): Preferences {
  const kept = (() => {
    try {
      return JSON.parse(storage.getItem(storageKey) ?? '{}') as Partial<Preferences>;
    } catch {
      return {};
    }
  })();
  return {
    locale: locales.find((each) => each === kept.locale) ?? preferredLocale(languages),
    theme: themes.find((each) => each === kept.theme) ?? 'system',
    keepsHistory: kept.keepsHistory !== false,
  };
}

export const keepPreferences = (storage: Storage, preferences: Preferences): void =>
  storage.setItem(storageKey, JSON.stringify(preferences));
