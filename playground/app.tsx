import { useCallback, useEffect, useMemo, useState } from 'react';
import { Desktop } from './desktop.tsx';
import { Header } from './header.tsx';
import { translator } from './messages/messages.ts';
import { MessagesContext } from './messages/use-messages.ts';
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts';
import { hasSignInFailed } from './query/link.ts';
import { SignIn } from './sign-in/sign-in.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { type Officer, readSession, signOut, type Ways } from './wire/session.ts';

/** Whether the gateway says that somebody is signed in; `expired` keeps the desk, with all that stands on it. */
type SignInState =
  | { state: 'loading' }
  | { state: 'unreachable' }
  | { state: 'signed-out'; ways: Ways }
  | { state: 'signed-in'; ways: Ways; officer: Officer }
  | { state: 'expired'; ways: Ways; officer: Officer };

function usePreferences(): [Preferences, (changed: Partial<Preferences>) => void] {
  const [preferences, setPreferences] = useState(() => readPreferences(localStorage, navigator.languages));
  useEffect(() => {
    keepPreferences(localStorage, preferences);
    document.documentElement.lang = preferences.locale;
    document.documentElement.dataset.theme = preferences.theme;
  }, [preferences]);
  return [preferences, (changed) => setPreferences((before) => ({ ...before, ...changed }))];
}

export function App() {
  const [preferences, prefer] = usePreferences();
  const [signIn, setSignIn] = useState<SignInState>({ state: 'loading' });
  const t = useMemo(() => translator(preferences.locale), [preferences.locale]);

  useEffect(() => {
    readSession().then(
      ({ ways, officer }) =>
        setSignIn(officer ? { state: 'signed-in', ways, officer } : { state: 'signed-out', ways }),
      () => setSignIn({ state: 'unreachable' }),
    );
  }, []);

  const signedIn = (officer: Officer) =>
    setSignIn((before) => ('ways' in before ? { state: 'signed-in', ways: before.ways, officer } : before));
  const expire = useCallback(
    () => setSignIn((before) => (before.state === 'signed-in' ? { ...before, state: 'expired' } : before)),
    [],
  );
  const leave = async () => {
    await signOut();
    sessionStorage.clear();
    setSignIn((before) => ('ways' in before ? { state: 'signed-out', ways: before.ways } : before));
  };

  const officer = 'officer' in signIn ? signIn.officer : undefined;
  return (
    <MessagesContext value={t}>
      <Header officer={officer} preferences={preferences} onPrefer={prefer} onSignOut={leave} />
      {signIn.state === 'loading' && <p className="wait">{t('page.loading')}</p>}
      {signIn.state === 'unreachable' && (
        <p className="notice error" role="alert">
          {t('page.unreachable')}
        </p>
      )}
      {signIn.state === 'signed-out' && (
        <main>
          <SignIn
            ways={signIn.ways}
            reason={hasSignInFailed(new URL(location.href)) ? 'failed' : undefined}
            onSignedIn={signedIn}
          />
        </main>
      )}
      {officer && (
        <Desktop officer={officer} preferences={preferences} onPrefer={prefer} onSignedOut={expire} />
      )}
      {signIn.state === 'expired' && <SignInAgain ways={signIn.ways} onSignedIn={signedIn} />}
    </MessagesContext>
  );
}
