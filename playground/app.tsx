import { useEffect, useMemo, useState } from 'react';
import { Desktop } from './desktop.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Header } from './header.tsx';
import { translator } from './messages/translate.ts';
import { MessagesContext, useMessages } from './messages/use-messages.ts';
import { usePreferences } from './parts/preferences.ts';
import { followLinks, takeAddress } from './query/link/link-arrival.ts';
import { SignIn, type SignInReason } from './sign-in/sign-in.tsx';
import { SignInAgain } from './sign-in/sign-in-again.tsx';
import { personOf } from './sign-in/sign-in-state.ts';
import { useEndOfSession } from './sign-in/use-end-of-session.ts';
import { useSignIn } from './sign-in/use-sign-in.ts';

/** The first stop of the keyboard, past the head of the page. */
function SkipLink() {
  const t = useMessages();
  return (
    <a className="skip" href="#content">
      {t('page.skip')}
    </a>
  );
}

export function App() {
  const [preferences, prefer] = usePreferences();
  const t = useMemo(() => translator(preferences.locale), [preferences.locale]);
  const [{ hasSignInFailed }] = useState(takeAddress);
  const { state, enter, lookAgain, leave, isUnderWay } = useSignIn();
  useEffect(followLinks, []);

  const officer = 'officer' in state ? state.officer : undefined;
  const working = state.state === 'signed-in' ? state.officer : undefined;
  const soon = useEndOfSession(working, lookAgain);
  const unconfirmed = state.state === 'signed-out' ? state.unconfirmed : undefined;
  const reason: SignInReason = unconfirmed ? 'unconfirmed' : hasSignInFailed ? 'failed' : undefined;
  useEffect(() => {
    if (!working) document.title = `${t('signIn.title')} · Concord`;
  }, [working, t]);
  return (
    <MessagesContext value={t}>
      <SkipLink />
      <Header officer={working} preferences={preferences} onPrefer={prefer} onSignOut={leave} />
      <FailureBoundary translate={t}>
        {state.state === 'loading' && <p className="wait">{t('page.loading')}</p>}
        {state.state === 'unreachable' && (
          <p className="notice error" role="alert">
            {t('page.unreachable')}
          </p>
        )}
        {state.state === 'signed-out' && (
          <main id="content" tabIndex={-1}>
            <SignIn
              key={reason}
              ways={state.gateway.ways}
              reason={reason}
              takesFocus={isUnderWay}
              onSignedIn={enter}
            >
              {unconfirmed && (
                <button type="button" onClick={() => leave(unconfirmed)}>
                  {t('signIn.signOut')}
                </button>
              )}
            </SignIn>
          </main>
        )}
        {soon && (
          <p className="notice soon" role="status">
            {t('signIn.soon', { time: soon.toLocaleTimeString(preferences.locale, { timeStyle: 'short' }) })}
          </p>
        )}
        {officer && 'gateway' in state && (
          <div className="desk" hidden={!working}>
            <Desktop
              key={personOf(officer)}
              officer={officer}
              answersWithin={state.gateway.answersWithin}
              writers={state.gateway.writers}
              takesFocus={isUnderWay}
              isEndingSoon={soon !== undefined}
              preferences={preferences}
              onPrefer={prefer}
              onSession={lookAgain}
            />
          </div>
        )}
        {state.state === 'ended' && (
          <SignInAgain ways={state.gateway.ways} other={state.other} onSignedIn={enter} />
        )}
      </FailureBoundary>
    </MessagesContext>
  );
}
