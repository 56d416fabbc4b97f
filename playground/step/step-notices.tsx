import { Notices } from '../answer/notices.tsx';
import { Refused } from '../answer/refused.tsx';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmChange } from '../parts/confirm-change.tsx';
import { ShownText } from '../parts/shown-text.tsx';
import type { Acted, Problem } from './acted.ts';
import type { StepAsked, StepState } from './use-step.ts';

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useMessages();
  return (
    <ul className="problems">
      {problems.map(({ path, code, message }) => (
        <li key={`${path} ${code}`}>
          <code>{path}</code> <strong>{titleOf(t, 'ProblemCode', code)}</strong>{' '}
          <span lang="en">
            <ShownText>{message}</ShownText>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Taken({ acted }: { acted: Extract<Acted, { state: 'taken' }> }) {
  const t = useMessages();
  return <p className="notice done">{t(acted.isRepeat ? 'requests.isRepeat' : 'requests.taken')}</p>;
}

function Done(props: {
  done: Extract<StepState, { state: 'done' }>;
  onAgain: () => void;
  onReadAgain: (() => void) | undefined;
}) {
  const { done, onAgain, onReadAgain } = props;
  const t = useMessages();
  const { acted, outcome } = done;
  switch (acted.state) {
    case 'taken':
      return <Taken acted={acted} />;
    case 'refused':
      return (
        <>
          <Refused refusal={acted} />
          <Problems problems={acted.problems} />
          {acted.member === 'StaleVersion' && onReadAgain && (
            <p>
              <button type="button" onClick={onReadAgain}>
                {t('requests.readAgain')}
              </button>
            </p>
          )}
        </>
      );
    case 'unknown':
      return (
        <>
          <div className="notice" role="alert">
            <p>{t('outcome.unknown')}</p>
            <button type="button" onClick={onAgain}>
              {t('outcome.again')}
            </button>
          </div>
          <Notices outcome={outcome} />
        </>
      );
    case 'stopped':
      return (
        <>
          <Notices outcome={outcome} />
          {outcome.state === 'answered' && (
            <p className="notice refused" role="alert">
              {t('refusal.nothingWritten')}
            </p>
          )}
        </>
      );
  }
}

const hint = 'requests.confirm' as const;

/**
 * The question whether a step is meant, and its outcome.
 * @param props `onReadAgain` reads the record anew, where the step came to another version of it
 */
export function StepNotices(props: { steps: StepAsked; onReadAgain?: () => void }) {
  const { steps, onReadAgain } = props;
  const t = useMessages();
  const { step } = steps;
  return (
    <>
      <ConfirmChange
        isAsked={step.state === 'to-confirm'}
        hint={hint}
        onConfirm={steps.confirm}
        onDismiss={steps.clear}
      >
        {step.state === 'to-confirm' && (
          <>
            <ul>
              <li>{t(`step.${step.chosen.step}`)}</li>
            </ul>
            {step.chosen.told.map((text) => (
              <p key={text}>
                <strong>{t(text)}</strong>
              </p>
            ))}
          </>
        )}
      </ConfirmChange>
      <div aria-live="polite">
        {step.state === 'sending' && <p>{t('editor.sending')}</p>}
        {step.state === 'done' && <Done done={step} onAgain={steps.again} onReadAgain={onReadAgain} />}
      </div>
    </>
  );
}
