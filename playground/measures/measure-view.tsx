import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFocusFirst } from '../parts/use-focus-first.ts';
import { CheckView } from './check-view.tsx';
import { MeasureFacts } from './measure-facts.tsx';
import { MeasureStateShown } from './measure-state-shown.tsx';
import { measureDaysInWords } from './own/days-in-words.ts';
import type { DossierMeasures, ShownMeasure } from './own/own-measures.ts';
import type { WrongCase } from './own/wrong-case.ts';
import { MeasureStepForms } from './steps/measure-step-forms.tsx';
import type { StepParts } from './steps/step-parts.ts';

/** One measure: its state and days, the steps that the officer can take, and what it is. */
export function MeasureView(
  props: StepParts & {
    found: DossierMeasures;
    measure: ShownMeasure;
    wrongCase: WrongCase | undefined;
    now: number;
    onOpen: (dossier: string) => void;
  },
) {
  const { found, measure, wrongCase, now, onOpen, ...parts } = props;
  const { targets, provisions } = parts;
  const { dossier, version } = found;
  const t = useMessages();
  const title = useFocusFirst<HTMLHeadingElement>('if-lost');
  return (
    <>
      <div className="person-line">
        <h3 ref={title} tabIndex={-1} className="request-id">
          {titleOf(t, 'MeasureKind', measure.kind)}
        </h3>
        <p>
          <MeasureStateShown measure={measure} />
        </p>
        <p className="whole">{measureDaysInWords(t, measure)}</p>
      </div>
      {version !== null && (
        <MeasureStepForms
          on={{ dossier, version, measure: measure.id }}
          measure={measure}
          wrongCase={wrongCase}
          isSecret={found.isSecret}
          cases={found.cases}
          now={now}
          {...parts}
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
