import { useEffect, useId, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import type { Runs } from './run.ts';

/** Asks once more before a change is sent: by mistake nobody changes a record. The keyboard begins at the way out. */
export function ConfirmChange({ runs: { run, confirm, dismiss } }: { runs: Runs }) {
  const t = useMessages();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const isAsked = run.state === 'to-confirm';
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
  }, [isAsked]);
  if (!isAsked) return null;
  // Closed, and not only taken away, it gives the keyboard back to where it was.
  const close = () => (dialog.current?.returnValue === 'run' ? confirm() : dismiss());
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={title} onClose={close}>
      <h2 id={title}>{t('confirm.title')}</h2>
      <ul>
        {run.actions.map((action) => (
          <li key={action}>
            <code>{action}</code>
          </li>
        ))}
      </ul>
      <p>{t('confirm.hint')}</p>
      <p className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('confirm.dismiss')}
        </button>
        <button type="button" className="primary" onClick={() => dialog.current?.close('run')}>
          {t('confirm.run')}
        </button>
      </p>
    </dialog>
  );
}
