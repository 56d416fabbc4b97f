import { useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useArticles } from '../../requests/steps/use-articles.ts';
import { StepForm } from '../../step/step-form.tsx';
import { offerOf } from './offer-of.ts';
import type { StepProps } from './step-props.ts';
import { memberInput, missingInTerms, type TermsDraft, termsInput, termsOf } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';
import { useNames } from './use-names.ts';

/** Answers the last offer with other terms; the form begins with those of the offer. */
export function SendBackForm(props: StepProps) {
  const { half, isReady, steps, today } = props;
  const t = useMessages();
  const { mandate, officer } = useDesk();
  const articles = useArticles(true);
  const names = useNames(true);
  const [draft, setDraft] = useState(() => termsOf(half, officer.viewer.agency, half.agency));
  const change = (changed: Partial<TermsDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const missing = missingInTerms(draft, today);
  return (
    <StepForm
      step="sendBackOperation"
      isReady={isReady && missing.length === 0 && mandate.case !== undefined}
      hint={
        mandate.case === undefined
          ? t('operations.noCase')
          : missing.length > 0 &&
            t('draft.missing', { parts: missing.map((part) => t(`operationPart.${part}`)).join(', ') })
      }
      onSubmit={() =>
        steps.choose('sendBackOperation', {
          ...offerOf(props),
          terms: termsInput(draft),
          lead: memberInput(draft.lead),
        })
      }
    >
      <TermsFields
        step="sendBackOperation"
        draft={draft}
        onChange={change}
        steps={steps}
        today={today}
        names={names}
        articles={articles}
      />
    </StepForm>
  );
}
