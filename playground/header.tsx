import { useId, useState } from 'react';
import { titleOf } from './messages/title-of.ts';
import { type Locale, localeNames, locales } from './messages/translate.ts';
import { useMessages } from './messages/use-messages.ts';
import { type Preferences, type Theme, themes } from './parts/preferences.ts';
import { ShownText } from './parts/shown-text.tsx';
import type { Officer } from './wire/officer.ts';

/** The head of the page: who is signed in, and how the page is to look. On a narrow screen all but the name is folded away. */
export function Header(props: {
  officer: Officer | undefined;
  preferences: Preferences;
  onPrefer: (changed: Partial<Preferences>) => void;
  onSignOut: (officer: Officer) => void;
}) {
  const { officer, preferences, onPrefer, onSignOut } = props;
  const t = useMessages();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header className="head" data-open={isOpen}>
      <h1 className="name">Concord</h1>
      <button
        type="button"
        className="quiet narrow"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t(isOpen ? 'page.less' : 'page.more')}
      </button>
      {officer && (
        <p className="officer">
          <strong>{titleOf(t, 'Agency', officer.viewer.agency)}</strong>
          <span>{officer.viewer.roles.map((role) => titleOf(t, 'Role', role)).join(', ')}</span>
          <ShownText>{officer.viewer.subject}</ShownText>
          <button type="button" className="quiet" onClick={() => onSignOut(officer)}>
            {t('signIn.signOut')}
          </button>
        </p>
      )}
      <div className="preferences">
        <label htmlFor={`${id}-locale`}>{t('page.language')}</label>
        <select
          id={`${id}-locale`}
          value={preferences.locale}
          onChange={(event) => onPrefer({ locale: event.target.value as Locale })}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-theme`}>{t('page.theme')}</label>
        <select
          id={`${id}-theme`}
          value={preferences.theme}
          onChange={(event) => onPrefer({ theme: event.target.value as Theme })}
        >
          {themes.map((theme) => (
            <option key={theme} value={theme}>
              {t(`theme.${theme}`)}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}
