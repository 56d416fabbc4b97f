import { useState } from 'react';
import type { OperationNeed } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { GapShown } from '../../answer/gap-shown.tsx';
import { Notices } from '../../answer/notices.tsx';
import { useDesk } from '../../desk/use-desk.ts';
import { usePagedList } from '../../list/use-paged-list.ts';
import { measureDaysInWords } from '../../measures/own/days-in-words.ts';
import { type MeasureLine, measureOf, measuresQuestion } from '../../measures/own/own-measures.ts';
import { titleOf } from '../../messages/title-of.ts';
import type { Translate } from '../../messages/translate.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices } from '../../parts/field.tsx';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { DayField } from './day-field.tsx';
import { addedMeasureInput, isAddable, measuresToAdd, newAddedMeasure } from './measures-to-add.ts';
import type { StepProps } from './step-props.ts';

const needs = Object.keys(titles.OperationNeed) as OperationNeed[];

/** A measure of the case in words: kind, days, state and dossier. */
function lineInWords(t: Translate, line: MeasureLine | undefined): string {
  const measure = line && measureOf(line);
  if (!measure) return '';
  return [
    titleOf(t, 'MeasureKind', measure.kind),
    measureDaysInWords(t, measure),
    titleOf(t, 'MeasureState', measure.state),
    line.dossier ?? '',
  ].join(', ');
}

/** The measures of the case, read when they are wanted: a read of them goes on record. */
function useCaseMeasures() {
  const list = usePagedList(measuresQuestion);
  const { shown } = list;
  const read = () => void (shown ? list.readMore() : list.read({}));
  return { shown, isAsking: list.isAsking, read, isMore: shown?.page?.pageInfo.hasNextPage ?? false };
}

/** Puts a measure of the case among those of the operation, with what is needed of the other agency for it. */
export function AddMeasureForm({ id, half, today, isReady, steps }: StepProps) {
  const t = useMessages();
  const { mandate } = useDesk();
  const [draft, setDraft] = useState(newAddedMeasure);
  const { shown, isAsking, read, isMore } = useCaseMeasures();
  const lines = measuresToAdd(shown?.items ?? [], half.measures);
  const problemOf = (path: string) => {
    const problem = problemAt(steps.step, 'addOperationMeasure', path);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  return (
    <StepForm
      step="addOperationMeasure"
      isReady={isReady && isAddable(draft)}
      hint={mandate.case === undefined && t('measures.noCase')}
      onSubmit={() =>
        steps.choose(
          'addOperationMeasure',
          addedMeasureInput({ operation: id, version: half.version }, draft),
        )
      }
    >
      <p className="hint wide">{t('operationForm.measureHint')}</p>
      {(!shown || isMore) && (
        <p className="wide">
          <button type="button" disabled={!isReady || isAsking || mandate.case === undefined} onClick={read}>
            {t(shown ? 'operationForm.moreMeasures' : 'operationForm.readMeasures')}
          </button>
        </p>
      )}
      {shown && <Notices outcome={shown.outcome} />}
      {shown?.gap && <GapShown gap={shown.gap} />}
      {shown?.page && lines.length === 0 && <p className="hint wide">{t('operationForm.noMeasures')}</p>}
      {lines.length > 0 && (
        <Choices
          label={t('operationForm.measure')}
          value={draft.measure}
          values={lines.map((line) => line.id)}
          empty={t('draft.choose')}
          nameOf={(of) =>
            lineInWords(
              t,
              lines.find((line) => line.id === of),
            )
          }
          onChoose={(measure) => setDraft({ ...draft, measure })}
          problem={problemOf('measure')}
          isWide
        />
      )}
      <Choices
        label={t('operationForm.need')}
        value={draft.need}
        values={needs}
        empty={t('operationForm.noNeed')}
        nameOf={(need) => titleOf(t, 'OperationNeed', need)}
        onChoose={(need) => setDraft({ ...draft, need })}
        problem={problemOf('need.kind')}
      />
      {draft.need !== '' && (
        <DayField
          label={t('operationForm.needBy')}
          value={draft.by}
          among={{ from: today }}
          problem={problemOf('need.by')}
          onChange={(by) => setDraft({ ...draft, by })}
        />
      )}
    </StepForm>
  );
}
