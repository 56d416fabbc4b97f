import { actions } from '../../terms/actions.ts';
import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import type { Answered } from '../answer/use-answer.ts';
import type { MeasurePlace } from '../desk/address.ts';
import { hasOneOf } from '../desk/has-one-of.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { StepNotices } from '../step/step-notices.tsx';
import type { Steps } from '../step/use-step.ts';
import { DossierView } from './dossier-view.tsx';
import { MeasureView } from './measure-view.tsx';
import { mayOnMeasures } from './own/may-on-measures.ts';
import { type DossierMeasures, dossierIn, type ShownMeasure } from './own/own-measures.ts';
import { type WrongCase, wrongCaseOf } from './own/wrong-case.ts';
import type { StepParts } from './steps/step-parts.ts';
import { toldBefore } from './steps/told-before.ts';
import { type Provisions, useProvisions } from './steps/use-provisions.ts';
import { useTargets } from './steps/use-targets.ts';

/** The list of grounds where it could not be read: without it nothing is planned. */
function ProvisionsFailed({ list }: { list: Provisions }) {
  const t = useMessages();
  const { failed, isAsking, readAgain } = list;
  if (!failed) return null;
  return (
    <>
      <p className="notice">
        {t('plan.groundsFailed')}{' '}
        <button type="button" disabled={isAsking} onClick={readAgain}>
          {t('outcome.again')}
        </button>
      </p>
      <Notices outcome={failed.outcome} />
      {failed.gap?.state === 'withheld' && <GapShown gap={failed.gap} />}
    </>
  );
}

interface Ways {
  onGo: (place: MeasurePlace) => void;
  onOpen: (dossier: string) => void;
}

/** The measures of a dossier as they are told, or the one of the place. */
function Told({
  place,
  found,
  measure,
  wrongCase,
  onGo,
  ...parts
}: Ways &
  StepParts & {
    now: number;
    place: MeasurePlace;
    found: DossierMeasures;
    measure: ShownMeasure | undefined;
    wrongCase: WrongCase | undefined;
  }) {
  const t = useMessages();
  const mayPlan = mayOnMeasures(useDesk().officer.viewer, 'planning');
  if (measure)
    return <MeasureView key={measure.id} found={found} measure={measure} wrongCase={wrongCase} {...parts} />;
  return (
    <>
      {place.measure === undefined ? (
        <>
          {mayPlan && wrongCase && (
            <p className="notice">
              {t(`measuresCase.${wrongCase}`, { cases: found.cases?.join(', ') ?? '' })}
            </p>
          )}
          <DossierView
            key={place.dossier}
            found={found}
            mayPlan={mayPlan}
            onShow={(id) => onGo({ dossier: place.dossier, measure: id })}
            {...parts}
          />
        </>
      ) : (
        <p className="notice">{t('measures.gone')}</p>
      )}
      {found.gaps.map((each) => (
        <p key={JSON.stringify(each)}>
          <GapShown gap={each} />
        </p>
      ))}
    </>
  );
}

/** The way in which steps on measures are chosen: none is asked about without what is to be told before. */
const tellingBefore = (steps: Steps): Steps => ({
  ...steps,
  choose: (step, input) => steps.choose(step, input, toldBefore(step, input)),
});

/** The values of a dossier are wanted where one is the target, or may become it. */
function areTargetsWanted(
  { measure: id }: MeasurePlace,
  measure: ShownMeasure | undefined,
  mayPlan: boolean,
) {
  if (id === undefined) return mayPlan;
  if (!measure) return false;
  return (
    measure.target !== null || (mayPlan && (measure.state === 'PLANNED' || measure.state === 'AUTHORISED'))
  );
}

/** The measures of a dossier that was read, or one of them, with the outcome of the step that was taken last. */
export function MeasurePlaceView(
  props: Ways & {
    place: MeasurePlace;
    shown: Answered<string>;
    /** True while it is read anew, and what is shown may be of a version before. */
    isAsking: boolean;
    steps: Steps;
    plans: number;
    now: number;
    onAgain: () => void;
  },
) {
  const { place, shown, isAsking, steps, plans, now, onAgain, onGo, onOpen } = props;
  const t = useMessages();
  const { officer, mandate, missing } = useDesk();
  const { viewer } = officer;
  const { asked, outcome } = shown;
  const answer = outcome.state === 'answered' ? dossierIn(outcome.answer, viewer.agency) : undefined;
  const found = answer && 'measures' in answer ? answer : undefined;
  const gap = answer && 'gap' in answer ? answer.gap : undefined;
  const measure = found?.measures.find(({ id }) => id === place.measure);
  const areWanted = found && areTargetsWanted(place, measure, mayOnMeasures(viewer, 'planning'));
  const targets = useTargets(areWanted ? place.dossier : undefined, found?.version ?? null);
  const list = useProvisions(found !== undefined);
  const isSupervisor = hasOneOf(viewer, actions.authoriseMeasure);
  const wrongCase = wrongCaseOf(found?.cases, mandate.case, isSupervisor);
  const isReady =
    missing.length === 0 && wrongCase === undefined && !isAsking && steps.step.state !== 'sending';
  const readAgain = () => {
    steps.clear();
    onAgain();
  };
  const { provisions } = list;
  const parts = { isReady, targets, provisions, steps: tellingBefore(steps), plans, now, onOpen };
  return (
    <article className="request" aria-label={t('measures.onDossier', { dossier: place.dossier })}>
      <p className="buttons">
        <button type="button" onClick={onAgain}>
          {t('requests.readAgain')}
        </button>
        {place.measure !== undefined && (
          <button type="button" onClick={() => onGo({ dossier: place.dossier })}>
            {t('measures.showHere')}
          </button>
        )}
      </p>
      <Stamp asked={asked} onAgain={onAgain} />
      <Notices outcome={outcome} onAgain={onAgain} />
      <StepNotices steps={steps} onReadAgain={readAgain} />
      {found && <ProvisionsFailed list={list} />}
      {gap &&
        (gap.state === 'none' || gap.state === 'hidden' ? (
          <p className="notice">{t('measures.hidden')}</p>
        ) : (
          <GapShown gap={gap} />
        ))}
      {found && (
        <Told place={place} found={found} measure={measure} wrongCase={wrongCase} onGo={onGo} {...parts} />
      )}
    </article>
  );
}
