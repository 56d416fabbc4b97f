import { useEffect, useState } from 'react';
import { othersThan } from '../../../terms/agencies.ts';
import type { OperationOrigin } from '../../desk/operation-origin.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { measureDay } from '../../measures/calendar/measure-day.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices } from '../../parts/field.tsx';
import { useArticles } from '../../requests/steps/use-articles.ts';
import { StepForm } from '../../step/step-form.tsx';
import { StepNotices } from '../../step/step-notices.tsx';
import type { Steps } from '../../step/use-step.ts';
import { needsAgreement } from '../own/operation-steps.ts';
import { memberInput, missingInTerms, newTerms, type TermsDraft, termsInput } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';
import { useNames } from './use-names.ts';

/**
 * The form of a new operation.
 * @param props `origin` is the record from which the officer came here, if there is one
 */
export function ProposeForm(props: {
  origin: OperationOrigin | undefined;
  isWanted: boolean;
  now: number;
  steps: Steps;
}) {
  const { origin, isWanted, now, steps } = props;
  const t = useMessages();
  const { missing: missingMandate, mandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const articles = useArticles(isWanted);
  const names = useNames(isWanted);
  const [draft, setDraft] = useState(() => newTerms(agency, origin));
  useEffect(() => setDraft(newTerms(agency, origin)), [agency, origin]);
  const change = (changed: Partial<TermsDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const today = measureDay(now);
  const missing = missingInTerms(draft, today);
  const isBarred = needsAgreement('proposeOperation', mandate.legalBasis);
  const isReady = missing.length + missingMandate.length === 0 && !isBarred && mandate.case !== undefined;
  return (
    <section aria-label={t('operations.new')}>
      <h3>{t('operations.propose')}</h3>
      {missingMandate.length > 0 && <p className="hint">{t('outcome.no-mandate')}</p>}
      {missingMandate.length === 0 && mandate.case === undefined && (
        <p className="notice">{t('operations.noCase')}</p>
      )}
      {isBarred && <p className="notice">{t('operations.groundAbroad')}</p>}
      <StepNotices steps={steps} />
      <StepForm
        step="proposeOperation"
        isReady={isReady && steps.step.state !== 'sending'}
        hint={
          missing.length > 0 &&
          t('draft.missing', { parts: missing.map((part) => t(`operationPart.${part}`)).join(', ') })
        }
        onSubmit={() =>
          steps.choose('proposeOperation', {
            to: draft.to,
            terms: termsInput(draft),
            lead: memberInput(draft.lead),
          })
        }
      >
        <Choices
          label={t('operationForm.to')}
          value={draft.to}
          values={othersThan(agency)}
          nameOf={(each) => titleOf(t, 'Agency', each)}
          onChoose={(to) => to && change({ to })}
        />
        <TermsFields
          step="proposeOperation"
          draft={draft}
          onChange={change}
          steps={steps}
          today={today}
          names={names}
          articles={articles}
        />
      </StepForm>
    </section>
  );
}
