import { isUnanswered, type Outcome } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { NotSent } from '../query/not-sent.tsx';
import type { Run } from '../query/run.ts';
import { type Answer, isOutcomeUnknown, otherErrors, unavailableAgencies } from '../wire/answer.ts';
import { isStopped } from './refusal.ts';

/** The agencies that did not answer one of several questions, told once, with a way to ask again. */
export function Outages({
  answers,
  onAgain,
}: {
  answers: readonly Answer[];
  onAgain?: (() => void) | undefined;
}) {
  const t = useMessages();
  const agencies = [...new Set(answers.flatMap(unavailableAgencies))];
  if (agencies.length === 0) return null;
  return (
    <div className="banner" role="alert">
      {agencies.map((agency) => (
        <p key={agency} data-agency={agency}>
          {t('outage.agency', { agency: titleOf(t, 'Agency', agency) })}
        </p>
      ))}
      {onAgain && (
        <button type="button" onClick={onAgain}>
          {t('outcome.again')}
        </button>
      )}
    </div>
  );
}

function Errors({ answer }: { answer: Answer }) {
  const t = useMessages();
  return otherErrors(answer).map(({ message, locations, extensions }) => (
    <div key={`${message} ${locations?.[0]?.line}`} className="notice error" role="alert">
      <code>{extensions?.code}</code>
      {locations?.[0] && (
        <span>{t('error.at', { line: locations[0].line, column: locations[0].column })}</span>
      )}
      <p lang="en">
        <ShownText>{message}</ShownText>
      </p>
      {extensions?.code === 'INTERNAL_SERVER_ERROR' && (
        <p>{t('error.requestId', { id: extensions.requestId ?? '' })}</p>
      )}
    </div>
  ));
}

/** The notices of an outcome beside its data: that there is none, which agency did not answer, what went wrong. */
export function Notices(props: {
  outcome: Outcome;
  /** Answers to questions that were asked with it, whose outages are told here too. */
  besides?: readonly Answer[];
  onAgain?: (() => void) | undefined;
}) {
  const { outcome, besides = [], onAgain } = props;
  const t = useMessages();
  if (outcome.state === 'answered')
    return (
      <>
        <Outages answers={[outcome.answer, ...besides]} onAgain={onAgain} />
        <Errors answer={outcome.answer} />
      </>
    );
  return (
    <div className="notice error" role="alert">
      <p>{t(`outcome.${outcome.state}`)}</p>
      {onAgain && isUnanswered(outcome) && (
        <button type="button" onClick={onAgain}>
          {t('outcome.again')}
        </button>
      )}
    </div>
  );
}

/** The outcome of a run, wherever that is not simply its answer. */
export function RunNotices({ run, onAgain }: { run: Run; onAgain: () => void }) {
  const t = useMessages();
  if (run.state === 'idle' || run.state === 'to-confirm') return <p className="hint">{t('answer.none')}</p>;
  if (run.state === 'sending') return <p role="status">{t('editor.sending')}</p>;
  if (run.state === 'not-sent') return <NotSent why={run.why} />;
  const { outcome, key } = run;
  const isUnknown =
    key !== undefined &&
    (isUnanswered(outcome) || (outcome.state === 'answered' && isOutcomeUnknown(outcome.answer)));
  return (
    <>
      {isUnknown && (
        <div className="notice" role="alert">
          <p>{t('outcome.unknown')}</p>
          <button type="button" onClick={onAgain}>
            {t('outcome.again')}
          </button>
        </div>
      )}
      <Notices outcome={outcome} onAgain={isUnknown ? undefined : onAgain} />
      {key !== undefined && outcome.state === 'answered' && isStopped(outcome.answer) && (
        <p className="notice refused" role="alert">
          {t('refusal.nothingWritten')}
        </p>
      )}
    </>
  );
}
