import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Steps } from '../step/use-step.ts';
import { CheckView } from './check-view.tsx';
import { MeasureFacts } from './measure-facts.tsx';
import { MeasureStateShown } from './measure-state-shown.tsx';
import { measureDaysInWords } from './own/days-in-words.ts';
import type { DossierMeasures, ShownMeasure } from './own/own-measures.ts';
import type { Provision } from './own/provision.ts';
import type { WrongCase } from './own/wrong-case.ts';
import { MeasureStepForms } from './steps/measure-step-forms.tsx';
import type { Targets } from './steps/targets.ts';

/** One measure: its state and days, the steps that the officer can take, and what it is. */
export function MeasureView(props: {
  found: DossierMeasures;
  measure: ShownMeasure;
  targets: Targets | undefined;
  provisions: readonly Provision[];
  wrongCase: WrongCase | undefined;
  isReady: boolean;
  steps: Steps;
  now: number;
  onOpen: (dossier: string) => void;
}) {
  const { found, measure, targets, provisions, wrongCase, isReady, steps, now, onOpen } = props;
  const { dossier, version } = found;
  const t = useMessages();
  return (
    <>
      <div className="person-line">
        <h3 className="request-id">{titleOf(t, 'MeasureKind', measure.kind)}</h3>
        <p>
          <MeasureStateShown measure={measure} />
        </p>
        <p className="whole">{measureDaysInWords(t, measure)}</p>
      </div>
      {version !== null && (
        <MeasureStepForms
          on={{ dossier, version, measure: measure.id }}
          measure={measure}
          targets={targets}
          provisions={provisions}
          wrongCase={wrongCase}
          isSecret={found.isSecret}
          isReady={isReady}
          cases={found.cases}
          steps={steps}
          now={now}
        />
      )}
      {measure.check && <CheckView check={measure.check} isSecret={measure.comparesSecret ?? false} />}
      <MeasureFacts
        dossier={dossier}
        measure={measure}
        targets={targets}
        provisions={provisions}
        onOpen={onOpen}
      />
    </>
  );
}
