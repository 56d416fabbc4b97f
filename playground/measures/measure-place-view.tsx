import { GapShown } from '../answer/gap-shown.tsx';
import { Notices } from '../answer/notices.tsx';
import { Stamp } from '../answer/stamp.tsx';
import type { Answered } from '../answer/use-answer.ts';
import type { MeasurePlace } from '../desk/address.ts';
import { useDesk } from '../desk/use-desk.ts';
import { useMessages } from '../messages/use-messages.ts';
import { StepNotices } from '../step/step-notices.tsx';
import type { Steps } from '../step/use-step.ts';
import { DossierView } from './dossier-view.tsx';
import { MeasureView } from './measure-view.tsx';
import { mayOnMeasures } from './own/may-on-measures.ts';
import { dossierIn } from './own/own-measures.ts';
import { wrongCaseOf } from './own/wrong-case.ts';
import { useProvisions } from './steps/use-provisions.ts';
import { useTargets } from './use-targets.ts';

/** The measures of a dossier that was read, or one of them, with the outcome of the step that was taken last. */
export function MeasurePlaceView(props: {
  place: MeasurePlace;
  shown: Answered<string>;
  /** True while it is read anew, and what is shown may be of a version before. */
  isAsking: boolean;
  steps: Steps;
  now: number;
  onAgain: () => void;
  onGo: (place: MeasurePlace) => void;
  onOpen: (dossier: string) => void;
}) {
  const { place, shown, isAsking, steps, now, onAgain, onGo, onOpen } = props;
  const t = useMessages();
  const { officer, mandate, missing } = useDesk();
  const { viewer } = officer;
  const { asked, outcome } = shown;
  const answer = outcome.state === 'answered' ? dossierIn(outcome.answer, viewer.agency) : undefined;
  const found = answer && 'measures' in answer ? answer : undefined;
  const gap = answer && 'gap' in answer ? answer.gap : undefined;
  const measure = found?.measures.find(({ id }) => id === place.measure);
  const mayPlan = mayOnMeasures(viewer, 'planning');
  /** The values are wanted where one is the target, or may become it. */
  const areWanted =
    found !== undefined &&
    (place.measure === undefined
      ? mayPlan
      : measure !== undefined &&
        (measure.target !== null ||
          (mayPlan && (measure.state === 'PLANNED' || measure.state === 'AUTHORISED'))));
  const targets = useTargets(areWanted ? place.dossier : undefined, found?.version ?? null);
  const provisions = useProvisions(found !== undefined);
  const wrongCase = wrongCaseOf(found?.cases, mandate.case);
  const isReady =
    missing.length === 0 && wrongCase === undefined && !isAsking && steps.step.state !== 'sending';
  const readAgain = () => {
    steps.clear();
    onAgain();
  };
  const parts = { isReady, targets, provisions, steps, now, onOpen };
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
      {gap &&
        (gap.state === 'none' || gap.state === 'hidden' ? (
          <p className="notice">{t('measures.hidden')}</p>
        ) : (
          <GapShown gap={gap} />
        ))}
      {found && place.measure === undefined && (
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
      )}
      {found && measure && (
        <MeasureView key={measure.id} found={found} measure={measure} wrongCase={wrongCase} {...parts} />
      )}
      {found && place.measure !== undefined && !measure && <p className="notice">{t('measures.gone')}</p>}
      {found &&
        !measure &&
        found.gaps.map((each) => (
          <p key={JSON.stringify(each)}>
            <GapShown gap={each} />
          </p>
        ))}
    </article>
  );
}
