import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import type { Answered } from '../answer/use-answer.ts';
import { ProposeButton } from '../desk/propose-button.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { StepNotices } from '../step/step-notices.tsx';
import type { Steps } from '../step/use-step.ts';
import { criteriaWithheld, halfIn } from './half/own-requests.ts';
import { RequestFacts } from './request-facts.tsx';
import { RequestDueShown, StateShown } from './state-shown.tsx';
import { StepForms } from './steps/step-forms.tsx';
import { TimelineView } from './timeline/timeline-view.tsx';

/** One request as the own agency has it: its state and time, the steps that the officer can take, what it says, and its course. */
export function RequestView(props: {
  shown: Answered<string>;
  steps: Steps;
  now: number;
  onAgain: () => void;
  onOpen: (dossier: string) => void;
}) {
  const { shown, steps, now, onAgain, onOpen } = props;
  const t = useMessages();
  const { agency: own } = useDesk().officer.viewer;
  const { wanted: id, asked, outcome } = shown;
  const found = outcome.state === 'answered' ? halfIn(outcome.answer, own) : undefined;
  const withheld = outcome.state === 'answered' ? criteriaWithheld(outcome.answer, id) : [];
  const half = found && 'half' in found ? found.half : undefined;
  const gap = found && 'gap' in found ? found.gap : undefined;
  return (
    <article className="request" aria-label={t('requests.id', { id })}>
      <div className="person-line">
        <h3 className="request-id">
          <code className="whole">{id}</code>
        </h3>
        {half && (
          <>
            <p>
              <StateShown half={half} />
            </p>
            <p>
              {t('request.asks', {
                asking: titleOf(t, 'Agency', half.box === 'SENT' ? own : half.agency),
                asked: titleOf(t, 'Agency', half.box === 'SENT' ? half.agency : own),
              })}
            </p>
            <p>
              <RequestDueShown half={half} now={now} />
            </p>
          </>
        )}
        <button type="button" onClick={onAgain}>
          {t('requests.readAgain')}
        </button>
        {half && <ProposeButton origin={{ kind: 'REQUEST', ids: [id], agency: half.agency }} />}
      </div>
      <Stamp asked={asked} onAgain={onAgain} />
      <Notices outcome={outcome} onAgain={onAgain} />
      <StepNotices steps={steps} />
      {gap &&
        (gap.state === 'none' || gap.state === 'hidden' ? (
          <p className="notice">{t('requests.hidden')}</p>
        ) : (
          <GapShown gap={gap} />
        ))}
      {half && (
        <>
          <StepForms id={id} half={half} steps={steps} />
          <div className="request-columns">
            <RequestFacts half={half} withheld={withheld} onOpen={onOpen} />
            <TimelineView half={half} own={own} now={now} />
          </div>
        </>
      )}
    </article>
  );
}
