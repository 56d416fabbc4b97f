import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { type Officer, providerAddress, type SignedIn, type Ways } from '../wire/session.ts';
import { DevelopmentSignIn } from './development-sign-in.tsx';
import { TokenSignIn } from './token-sign-in.tsx';

/** Why somebody is asked to sign in, where it needs saying. */
export type SignInReason = 'expired' | 'failed' | undefined;

/** Every way in that this gateway has. */
export function SignIn(props: { ways: Ways; reason: SignInReason; onSignedIn: (officer: Officer) => void }) {
  const { ways, reason, onSignedIn } = props;
  const t = useMessages();
  const [problem, setProblem] = useState<string>();
  const finish = (result: SignedIn) => {
    if ('officer' in result) onSignedIn(result.officer);
    else setProblem(result.problem);
  };
  const offersNothing = ways.providers.length === 0 && ways.development.length === 0;
  return (
    <section className="sign-in" aria-label={t('signIn.title')}>
      <h2>{t('signIn.title')}</h2>
      {reason && (
        <p className="notice" role="alert">
          {t(`signIn.${reason}`)}
        </p>
      )}
      {offersNothing && <p className="notice">{t('signIn.notConfigured')}</p>}
      {ways.providers.map((agency) => (
        <a key={agency} className="button primary" href={providerAddress(agency)}>
          {t('signIn.withProvider', { agency: t(`agency.${agency}`) })}
        </a>
      ))}
      {ways.development.length > 0 && <DevelopmentSignIn agencies={ways.development} onResult={finish} />}
      <TokenSignIn isOpen={offersNothing} onResult={finish} />
      {problem && (
        <p className="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
