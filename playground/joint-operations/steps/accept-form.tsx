import { useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { problemAt } from '../../step/problem-at.ts';
import { StepForm } from '../../step/step-form.tsx';
import { MemberLine } from './member-line.tsx';
import { offerOf } from './offer-of.ts';
import type { StepProps } from './step-props.ts';
import { isNamed, type MemberDraft, memberInput } from './terms-draft.ts';

/** Accepts the last offer as it is: the officer says who leads the operation here. */
export function AcceptForm(props: StepProps) {
  const { isReady, steps } = props;
  const t = useMessages();
  const { mandate } = useDesk();
  const [lead, setLead] = useState<MemberDraft>({ officer: '', role: 'INVESTIGATOR' });
  const problem = problemAt(steps.step, 'acceptOperation', 'lead');
  return (
    <StepForm
      step="acceptOperation"
      isReady={isReady && isNamed(lead) && mandate.case !== undefined}
      hint={mandate.case === undefined && t('operations.noCase')}
      onSubmit={() => steps.choose('acceptOperation', { ...offerOf(props), lead: memberInput(lead) })}
    >
      <MemberLine
        label={t('operationForm.lead')}
        member={lead}
        problem={problem && titleOf(t, 'ProblemCode', problem.code)}
        onChange={setLead}
      />
    </StepForm>
  );
}
