import { isUnanswered, type Outcome } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ShownText } from '../parts/shown-text.tsx';
import { NotSent } from '../query/not-sent.tsx';
import type { Run } from '../query/run.ts';
import { type Answer, isOutcomeUnknown, otherErrors, unavailableAgencies } from '../wire/answer.ts';

/** Agencies that do not answer, each with a banner of its own. */
export function Outages({ answer }: { answer: Answer }) {
  const t = useMessages();
  return unavailableAgencies(answer).map((agency) => (
    <p key={agency} className="banner" role="alert" data-agency={agency}>
      {t('outage.agency', { agency: titleOf(t, 'Agency', agency) })}
    </p>
  ));
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
export function Notices({ outcome }: { outcome: Outcome }) {
  const t = useMessages();
  if (outcome.state === 'answered')
    return (
      <>
        <Outages answer={outcome.answer} />
        <Errors answer={outcome.answer} />
      </>
    );
  return (
    <p className="notice error" role="alert">
      {t(`outcome.${outcome.state}`)}
    </p>
  );
}

/** The outcome of a run, wherever that is not simply its answer. */
export function RunNotices({ run, onAgain }: { run: Run; onAgain: () => void }) {
  const t = useMessages();
  if (run.state === 'idle') return <p className="hint">{t('answer.none')}</p>;
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
      <Notices outcome={outcome} />
    </>
  );
}
