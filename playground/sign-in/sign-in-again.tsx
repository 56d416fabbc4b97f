import { useEffect, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import type { Officer, Ways } from '../wire/session.ts';
import { SignIn } from './sign-in.tsx';

/** Asks again over the page, which keeps what stands in it. */
export function SignInAgain(props: { ways: Ways; onSignedIn: (officer: Officer) => void }) {
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label={t('signIn.title')} onCancel={(event) => event.preventDefault()}>
      <SignIn ways={props.ways} reason="expired" onSignedIn={props.onSignedIn} />
    </dialog>
  );
}
