import { useState } from 'react';
import type { LinkVerdict } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices, Field, Words } from '../parts/field.tsx';
import { StepForm } from '../step/step-form.tsx';
import type { Steps } from '../step/use-step.ts';
import type { Holder } from './own-alerts.ts';

const verdicts = Object.keys(titles.LinkVerdict) as LinkVerdict[];

/** As long as the agency lets the reason for a decision be. */
const longestReason = 500;

/**
 * Proposes a link between an own dossier that holds an alert's identifier and what the other agency holds. It is filled in with all that is known;
 * where several dossiers hold the identifier the officer says which of them it is.
 */
export function LinkProposalForm(props: {
  holders: readonly Holder[];
  /** The reference of what the other agency holds. */
  reference: string;
  isReady: boolean;
  proposal: Steps;
  /** Before it is asked about once more. */
  onSubmit: () => void;
}) {
  const { holders, reference, isReady, proposal, onSubmit } = props;
  const t = useMessages();
  const [chosen, setChosen] = useState(holders.length === 1 ? (holders[0]?.id ?? '') : '');
  const [decision, setDecision] = useState<LinkVerdict>('SAME');
  const [reason, setReason] = useState('');
  const holder = holders.find(({ id }) => id === chosen);
  const submit = () => {
    if (!holder || holder.version === null) return;
    onSubmit();
    proposal.choose('proposeLink', {
      dossier: holder.id,
      version: holder.version,
      foreign: { hit: reference },
      decision,
      reason: reason.trim(),
    });
  };
  return (
    <section aria-label={t('alerts.proposeLink')}>
      <StepForm
        step="proposeLink"
        isReady={isReady && holder !== undefined && holder.version !== null && reason.trim() !== ''}
        onSubmit={submit}
      >
        <Choices
          label={t('alerts.linkDossier')}
          value={chosen}
          values={holders.map(({ id }) => id)}
          {...(holders.length > 1 && { empty: t('draft.choose') })}
          nameOf={(id) => id}
          onChoose={setChosen}
        />
        <Field label={t('alerts.reference')}>
          {(field) => <input id={field} className="mono" value={reference} readOnly />}
        </Field>
        <Choices
          label={t('alerts.linkDecision')}
          value={decision}
          values={verdicts}
          nameOf={(each) => titleOf(t, 'LinkVerdict', each)}
          onChoose={(each) => each && setDecision(each)}
        />
        <Words
          label={t('pair.reason')}
          hint={t('alerts.linkReason')}
          value={reason}
          longest={longestReason}
          onChange={setReason}
        />
      </StepForm>
    </section>
  );
}
