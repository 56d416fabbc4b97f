import { useState } from 'react';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import { type Outcome, useDesk } from '../desk/use-desk.ts';
import { measureDay } from '../measures/calendar/measure-day.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { StepNotices } from '../step/step-notices.tsx';
import type { Steps } from '../step/use-step.ts';
import type { Answer } from '../wire/answer.ts';
import { OperationFacts } from './facts/operation-facts.tsx';
import { OperationHalves } from './facts/operation-halves.tsx';
import { OperationHistory } from './facts/operation-history.tsx';
import { OperationResultsShown } from './facts/operation-results-shown.tsx';
import { nextInWords, OperationStateShown } from './facts/operation-state-shown.tsx';
import { type OperationHalf, operationIn, operationParts } from './own/own-operations.ts';
import type { OperationRead } from './own/use-operation.ts';
import type { Ways } from './own/ways.ts';
import { PlanView } from './plan/plan-view.tsx';
import { OperationReleases } from './releases/operation-releases.tsx';
import { OperationReport } from './report/operation-report.tsx';
import { OperationStepForms } from './steps/operation-step-forms.tsx';

const answerOf = (outcome: Outcome): Answer | undefined =>
  outcome.state === 'answered' ? outcome.answer : undefined;

interface Shown {
  shown: OperationRead;
  steps: Steps;
  now: number;
  onAgain: () => void;
  ways: Ways;
}

/** The steps on the operation and on its releases: first those that wait. */
function Decisions(props: Pick<Shown, 'steps' | 'now' | 'ways'> & { id: string; half: OperationHalf }) {
  const { id, half, steps, now, ways } = props;
  const releases = (
    <OperationReleases key="releases" id={id} half={half} steps={steps} today={measureDay(now)} ways={ways} />
  );
  const isFirst = half.waits === 'OPERATION_RELEASE_TO_PROPOSE';
  return (
    <>
      {isFirst && releases}
      <OperationStepForms key={id} id={id} half={half} steps={steps} now={now} ways={ways} />
      {!isFirst && releases}
    </>
  );
}

/** One operation as the own agency has it: its state and what comes next, the steps, both halves, the plan and the results. */
export function OperationView({ shown, steps, now, onAgain, ways }: Shown) {
  const t = useMessages();
  const { agency: own } = useDesk().officer.viewer;
  const [isReport, setReport] = useState(false);
  const { wanted: id, asked, outcomes } = shown;
  const { common, plan, outcome } = outcomes;
  const answers = operationParts.flatMap((part) => answerOf(outcomes[part]) ?? []);
  const found =
    common.state === 'answered'
      ? operationIn({ common: common.answer, plan: answerOf(plan), outcome: answerOf(outcome) }, own)
      : undefined;
  const half = found && 'half' in found ? found.half : undefined;
  const gap = found && 'gap' in found ? found.gap : undefined;
  if (isReport && half)
    return (
      <OperationReport id={id} half={half} asked={asked} answers={answers} onBack={() => setReport(false)} />
    );
  return (
    <article className="request operation" aria-label={t('operations.id', { id })}>
      <div className="person-line">
        <h3 className="request-id">
          {half?.name} <code className="whole">{id}</code>
        </h3>
        {half && (
          <>
            <p>
              <OperationStateShown half={half} own={own} />
            </p>
            <p>
              <span data-agency={own}>{titleOf(t, 'Agency', own)}</span> –{' '}
              <span data-agency={half.agency}>{titleOf(t, 'Agency', half.agency)}</span>
            </p>
          </>
        )}
        <button type="button" onClick={onAgain}>
          {t('requests.readAgain')}
        </button>
        {half && (
          <button type="button" onClick={() => setReport(true)}>
            {t('report.open')}
          </button>
        )}
      </div>
      {half && <p className="operation-next">{nextInWords(t, half, own)}</p>}
      <Stamp asked={asked} onAgain={onAgain} />
      <Notices outcome={common} besides={answers} onAgain={onAgain} />
      <StepNotices steps={steps} onReadAgain={onAgain} />
      {gap &&
        (gap.state === 'none' || gap.state === 'hidden' ? (
          <p className="notice">{t('operations.hidden')}</p>
        ) : (
          <GapShown gap={gap} />
        ))}
      {half && (
        <>
          <Decisions key={id} id={id} half={half} steps={steps} now={now} ways={ways} />
          {half.gaps.map((each) => (
            <p key={JSON.stringify(each)} className="notice">
              <GapShown gap={each} />
            </p>
          ))}
          <OperationFacts half={half} ways={ways} />
          <OperationHalves half={half} own={own} />
          <PlanView half={half} own={own} now={now} ways={ways} />
          <OperationResultsShown half={half} own={own} />
          <OperationHistory steps={half.steps} />
        </>
      )}
    </article>
  );
}
