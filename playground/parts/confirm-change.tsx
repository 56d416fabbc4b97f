import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { MessageKey } from '../messages/en.ts';
import { useMessages } from '../messages/use-messages.ts';

/**
 * Asks once more before a change is sent: by mistake nobody changes a record. The keyboard begins at the way out.
 * @param props `children` say what is changed, `hint` under which conditions
 */
export function ConfirmChange(props: {
  isAsked: boolean;
  children: ReactNode;
  hint?: MessageKey;
  onConfirm: () => void;
  onDismiss: () => void;
}) {
  const { isAsked, children, hint = 'confirm.hint', onConfirm, onDismiss } = props;
  const t = useMessages();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isAsked) dialog.current?.showModal();
  }, [isAsked]);
  if (!isAsked) return null;
  // Closed, and not only taken away, it gives the keyboard back to where it was.
  const close = () => (dialog.current?.returnValue === 'run' ? onConfirm() : onDismiss());
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={title} onClose={close}>
      <h2 id={title}>{t('confirm.title')}</h2>
      {children}
      <p>{t(hint)}</p>
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
