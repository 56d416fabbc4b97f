import { useState } from 'react';
import { measureDaysInWords } from '../../measures/own/days-in-words.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices } from '../../parts/field.tsx';
import { StepForm } from '../../step/step-form.tsx';
import { measureOfLine } from '../own/own-operations.ts';
import type { StepProps } from './step-props.ts';

/** Takes a measure out of those of the operation; the measure itself stays as it is. */
export function RemoveMeasureForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [measure, setMeasure] = useState('');
  const nameOf = (of: string) => {
    const line = half.measures.find((each) => each.id === of);
    const found = line && measureOfLine(line);
    if (!found) return `${t('jointPlan.unread')} ${of}`;
    return `${titleOf(t, 'MeasureKind', found.kind)}, ${measureDaysInWords(t, found)}`;
  };
  return (
    <StepForm
      step="removeOperationMeasure"
      isReady={isReady && measure !== ''}
      onSubmit={() =>
        steps.choose('removeOperationMeasure', { operation: id, version: half.version, measure })
      }
    >
      <Choices
        label={t('operationForm.takenOut')}
        value={measure}
        values={half.measures.map((each) => each.id)}
        empty={t('draft.choose')}
        nameOf={nameOf}
        onChoose={setMeasure}
      />
    </StepForm>
  );
}
