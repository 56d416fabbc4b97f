import { useState } from 'react';
import { daysLater, isDay } from '../../measures/calendar/measure-day.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { DayField } from './day-field.tsx';
import type { StepProps } from './step-props.ts';
import { mostDays } from './terms-draft.ts';

/** Writes a later last day, which two officers of each agency have to sign. */
export function RenewForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [until, setUntil] = useState('');
  const among = { from: daysLater(half.until, 1), until: daysLater(half.until, mostDays) };
  const problem = problemAt(steps.step, 'renewOperation', 'until');
  return (
    <StepForm
      step="renewOperation"
      isReady={isReady && isDay(until) && among.from <= until && until <= among.until}
      onSubmit={() => steps.choose('renewOperation', { operation: id, version: half.version, until })}
    >
      <DayField
        label={t('operationForm.until')}
        hint={t('operationForm.laterHint', { last: wordsIn(t).date(half.until) })}
        value={until}
        among={among}
        problem={problem && titleOf(t, 'ProblemCode', problem.code)}
        onChange={setUntil}
      />
    </StepForm>
  );
}
