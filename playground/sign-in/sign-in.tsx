import { type ReactNode, useState } from 'react';
import { isKey } from '../messages/is-key.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFocusFirst } from '../parts/use-focus-first.ts';
import type { Officer, Ways } from '../wire/officer.ts';
import { providerAddress, type SignedIn, type SignInProblem } from '../wire/session.ts';
import { DevelopmentSignIn } from './development-sign-in.tsx';
import { TokenSignIn } from './token-sign-in.tsx';

/** The reason why somebody is asked to sign in, where it needs saying. */
export type SignInReason = 'expired' | 'another' | 'failed' | 'unconfirmed' | undefined;

function Problem({ problem }: { problem: SignInProblem }) {
  const t = useMessages();
  const field = problem.why === 'field' ? `signInField.${problem.field}` : '';
  return (
    <p className="notice error" role="alert">
      {problem.why === 'unreachable' && t('signIn.unreachable')}
      {isKey(field) && t(field)}
      {problem.why === 'refused' && <span lang="en">{problem.message}</span>}
    </p>
  );
}

/** Every way in that this gateway has. */
export function SignIn(props: {
  ways: Ways;
  reason: SignInReason;
  takesFocus: boolean;
  onSignedIn: (officer: Officer) => void;
  children?: ReactNode;
}) {
  const { ways, reason, takesFocus, onSignedIn, children } = props;
  const t = useMessages();
  const title = useFocusFirst<HTMLHeadingElement>(takesFocus);
  const [problem, setProblem] = useState<SignInProblem>();
  const finish = (result: SignedIn) => {
    if ('officer' in result) onSignedIn(result.officer);
    else setProblem(result.problem);
  };
  const offersNothing = ways.providers.length === 0 && ways.development.length === 0;
  return (
    <section className="sign-in" aria-label={t('signIn.title')}>
      <h2 ref={title} tabIndex={-1}>
        {t('signIn.title')}
      </h2>
      {reason && (
        <p className="notice" role="alert">
          {t(`signIn.${reason}`)}
        </p>
      )}
      {children}
      {offersNothing && <p className="notice">{t('signIn.notConfigured')}</p>}
      {ways.providers.map((agency) => (
        <a key={agency} className="button primary" href={providerAddress(agency)}>
          {t('signIn.withProvider', { agency: titleOf(t, 'Agency', agency) })}
        </a>
      ))}
      {ways.development.length > 0 && <DevelopmentSignIn agencies={ways.development} onResult={finish} />}
      <TokenSignIn isOpen={offersNothing} onResult={finish} />
      {problem && <Problem problem={problem} />}
    </section>
  );
}
