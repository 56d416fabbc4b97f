import { useState } from 'react';
import type { OperationLesson } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Words } from '../../parts/field.tsx';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { evaluationInput, longestWords, newEvaluation, withVerdict } from './evaluation-draft.ts';
import type { StepProps } from './step-props.ts';

const lessons = Object.keys(titles.OperationLesson) as OperationLesson[];
const verdicts = ['worked', 'failed'] as const;

/** Says for this agency what worked and what did not: a closed list, and words that another supervisor signs. */
export function EvaluationForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [draft, setDraft] = useState(newEvaluation);
  const problem = problemAt(steps.step, 'evaluateOperation', 'words');
  return (
    <StepForm
      step="evaluateOperation"
      isReady={isReady}
      onSubmit={() =>
        steps.choose('evaluateOperation', evaluationInput({ operation: id, version: half.version }, draft))
      }
    >
      <div className="lessons wide">
        {verdicts.map((verdict) => (
          <fieldset key={verdict} className="field choices">
            <legend>{t(`operationForm.${verdict}`)}</legend>
            {lessons.map((lesson) => (
              <label key={lesson}>
                <input
                  type="checkbox"
                  checked={draft.verdicts[lesson] === verdict}
                  onChange={() => setDraft(withVerdict(draft, lesson, verdict))}
                />
                <span>{titleOf(t, 'OperationLesson', lesson)}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Words
        label={t('operationForm.words')}
        hint={t('operationForm.wordsHint')}
        value={draft.words}
        longest={longestWords}
        problem={problem && titleOf(t, 'ProblemCode', problem.code)}
        onChange={(words) => setDraft({ ...draft, words })}
      />
    </StepForm>
  );
}
