import { useEffect, useRef, useState } from 'react';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import type { Officer, Ways } from '../wire/officer.ts';
import { SignIn } from './sign-in.tsx';

/** Gives the keyboard its place back, if that is still there. */
function useReturnOfFocus() {
  // While this is made, nothing has changed in the page yet.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    },
    [before],
  );
}

/** Asks again over the page, which keeps what stands in it and shows nothing of it. */
export function SignInAgain(props: {
  ways: Ways;
  /** The officer who has signed in in another tab. */
  other: Officer | undefined;
  onSignedIn: (officer: Officer) => void;
}) {
  const { ways, other, onSignedIn } = props;
  const t = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  useReturnOfFocus();
  const ask = () => {
    if (!dialog.current?.open) dialog.current?.showModal();
  };
  useEffect(() => {
    const asked = dialog.current;
    asked?.setAttribute('closedby', 'none');
    asked?.showModal();
    // A browser closes a dialog after a second Escape, whatever the page says.
    const again = () => asked?.isConnected && asked.showModal();
    asked?.addEventListener('close', again);
    return () => asked?.removeEventListener('close', again);
  }, []);
  return (
    <>
      <dialog ref={dialog} aria-label={t('signIn.title')} onCancel={(event) => event.preventDefault()}>
        <SignIn ways={ways} reason={other ? 'another' : 'expired'} takesFocus onSignedIn={onSignedIn}>
          {other && (
            <button type="button" onClick={() => onSignedIn(other)}>
              {t('signIn.goOnAs', { agency: titleOf(t, 'Agency', other.viewer.agency) })}{' '}
              <ShownText>{other.viewer.subject}</ShownText>
            </button>
          )}
        </SignIn>
      </dialog>
      <p className="wait">
        {t('signIn.ended')}{' '}
        <button type="button" className="primary" onClick={ask}>
          {t('signIn.submit')}
        </button>
      </p>
    </>
  );
}
