import { useState } from 'react';
import type { OperationResultKind } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Field } from '../../parts/field.tsx';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { countIn, mostResults } from './count-in.ts';
import type { StepProps } from './step-props.ts';

const kinds = Object.keys(titles.OperationResultKind) as OperationResultKind[];

/** Adds a result that is no outcome of one measure. */
export function ResultForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [kind, setKind] = useState<OperationResultKind | ''>('');
  const [text, setText] = useState('');
  const count = countIn(text);
  const problem = problemAt(steps.step, 'addOperationResult', 'count');
  return (
    <StepForm
      step="addOperationResult"
      isReady={isReady && kind !== '' && count !== undefined}
      onSubmit={() => {
        if (kind !== '' && count !== undefined)
          steps.choose('addOperationResult', { operation: id, version: half.version, kind, count });
      }}
    >
      <Choices
        label={t('operationForm.result')}
        value={kind}
        values={kinds}
        empty={t('draft.choose')}
        nameOf={(each) => titleOf(t, 'OperationResultKind', each)}
        onChoose={setKind}
      />
      <Field label={t('operationForm.count')} problem={problem && titleOf(t, 'ProblemCode', problem.code)}>
        {(field, described, isWrong) => (
          <input
            id={field}
            type="number"
            inputMode="numeric"
            min={1}
            max={mostResults}
            value={text}
            aria-describedby={described}
            aria-invalid={isWrong}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
    </StepForm>
  );
}
