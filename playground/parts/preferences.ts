import { useCallback, useEffect, useState } from 'react';
import { type Locale, locales, preferredLocale } from '../messages/translate.ts';
import { type Kept, keep, recall } from './keep.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The officer’s preferences for the page; kept in this browser alone. */
export interface Preferences {
  locale: Locale;
  theme: Theme;
  keepsHistory: boolean;
}

const storageKey = 'concord:preferences';

/** Reads the preferences chosen here before; where there are none, those that the browser has of its user. */
export function readPreferences(storage: Kept, languages: readonly string[]): Preferences {
  const kept = (recall(storage, storageKey) ?? {}) as Partial<Preferences>;
  return {
    locale: locales.find((each) => each === kept.locale) ?? preferredLocale(languages),
    theme: themes.find((each) => each === kept.theme) ?? 'system',
    keepsHistory: kept.keepsHistory !== false,
  };
}

const read = () => readPreferences(localStorage, navigator.languages);

/** The preferences as all tabs of this browser have them. */
export function usePreferences(): [Preferences, (changed: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(read);
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if (key === storageKey || key === null) setPreferences(read());
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  useEffect(() => {
    document.documentElement.lang = preferences.locale;
    document.documentElement.dataset.theme = preferences.theme;
  }, [preferences]);
  const prefer = useCallback((changed: Partial<Preferences>) => {
    // Another tab may have changed another one.
    const next = { ...read(), ...changed };
    keep(localStorage, storageKey, JSON.stringify(next));
    setPreferences(next);
  }, []);
  return [preferences, prefer];
}
