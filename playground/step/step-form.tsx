import type { FormEvent, ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import type { StepName } from './step-operation.ts';

/**
 * The form of a step: its fields, and the button that takes it.
 * @param props `isReady` is true once it has all that it needs, `hint` stands beside the button
 */
export function StepForm(props: {
  step: StepName;
  isReady: boolean;
  isPrimary?: boolean;
  hint?: ReactNode;
  children: ReactNode;
  onSubmit: () => void;
}) {
  const { step, isReady, isPrimary = true, hint, children, onSubmit } = props;
  const t = useMessages();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="request-form" onSubmit={submit}>
      {children}
      <p className="buttons">
        <button type="submit" className={isPrimary ? 'primary' : undefined} disabled={!isReady}>
          {t(`step.${step}`)}
        </button>
        {hint && <span className="hint">{hint}</span>}
      </p>
    </form>
  );
}
