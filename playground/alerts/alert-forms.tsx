import { useState } from 'react';
import type { AlertMeans, DismissalReason } from '../../terms/enums.ts';
import { titles } from '../../terms/titles/titles.ts';
import { AskButton } from '../desk/ask-button.tsx';
import { ProposeButton } from '../desk/propose-button.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Choices, Line } from '../parts/field.tsx';
import { StepForm } from '../step/step-form.tsx';
import type { Steps } from '../step/use-step.ts';
import { alertStepsOpen, hasCalledWidelyShared, isOpen, mayOnAlerts } from './alert-steps.ts';
import { LinkProposalForm } from './link-proposal-form.tsx';
import type { ShownAlert } from './own-alerts.ts';
import type { ProposedLink } from './use-link-proposal.ts';

const means = Object.keys(titles.AlertMeans) as AlertMeans[];
const reasons = Object.keys(titles.DismissalReason) as DismissalReason[];

/** Longer than any id. */
const longestId = 100;

interface FormProps {
  alert: ShownAlert;
  isReady: boolean;
  steps: Steps;
}

/** @param props `proposed` is the own dossier of a link that was just proposed, which is then filled in */
function ActForm(props: FormProps & { proposed: string | undefined }) {
  const { alert, isReady, steps, proposed } = props;
  const { id, version } = alert;
  const t = useMessages();
  const [chosen, setChosen] = useState<AlertMeans>(proposed === undefined ? 'REQUEST' : 'LINK');
  const [named, setNamed] = useState(proposed ?? '');
  return (
    <StepForm
      step="actOnAlert"
      isReady={isReady && named.trim() !== ''}
      onSubmit={() => steps.choose('actOnAlert', { alert: id, version, means: chosen, named: named.trim() })}
    >
      <Choices
        label={t('alerts.means')}
        value={chosen}
        values={means}
        nameOf={(each) => titleOf(t, 'AlertMeans', each)}
        onChoose={(each) => each && setChosen(each)}
      />
      <Line label={t(`alertNamed.${chosen}`)} value={named} longest={longestId} isCode onChange={setNamed} />
    </StepForm>
  );
}

function DismissForm({ alert: { id, version }, isReady, steps }: FormProps) {
  const t = useMessages();
  const [reason, setReason] = useState<DismissalReason | ''>('');
  return (
    <StepForm
      step="dismissAlert"
      isReady={isReady && reason !== ''}
      isPrimary={false}
      hint={t('alerts.reasonStays')}
      onSubmit={() => {
        if (reason !== '') steps.choose('dismissAlert', { alert: id, version, reason });
      }}
    >
      <Choices
        label={t('alerts.reason')}
        value={reason}
        values={reasons}
        empty={t('draft.choose')}
        nameOf={(each) => titleOf(t, 'DismissalReason', each)}
        onChoose={setReason}
      />
    </StepForm>
  );
}

/** The steps that an officer can take on an alert, and the ways to ask for what the other agency holds and to propose a link to it. */
export function AlertForms(props: {
  alert: ShownAlert;
  steps: Steps;
  proposal: Steps;
  /** The link that was proposed from this alert last. */
  proposed: ProposedLink | undefined;
}) {
  const { alert, steps, proposal, proposed } = props;
  const t = useMessages();
  const { missing, officer } = useDesk();
  const { id, version, state, reference, agency, dossiers, widelyShared } = alert;
  const count = proposed?.count ?? 0;
  /** The proposals that were taken when the form was opened: one that is taken closes it. */
  const [openedAt, setOpenedAt] = useState<number>();
  const isProposing = openedAt === count;
  const open = alertStepsOpen(alert, officer.viewer);
  const isReady = missing.length === 0 && steps.step.state !== 'sending' && proposal.step.state !== 'sending';
  const form = { alert, isReady, steps };
  const holders = 'gap' in dossiers ? [] : dossiers;
  const mayPropose = mayOnAlerts(officer.viewer, 'proposing') && holders.length > 0;
  if (!isOpen(state) && open.length === 0) return null;
  return (
    <section className="request-steps" aria-label={t('requests.todo')}>
      <h3>{t('requests.todo')}</h3>
      {!mayOnAlerts(officer.viewer, 'stepping') && <p className="hint">{t('alerts.forOthers')}</p>}
      <p className="buttons">
        {open.includes('acknowledgeAlert') && (
          <button
            type="button"
            className="primary"
            disabled={!isReady}
            onClick={() => steps.choose('acknowledgeAlert', { alert: id, version })}
          >
            {t('step.acknowledgeAlert')}
          </button>
        )}
        <AskButton subject={{ kind: 'hit', name: reference, agency }} />
        <ProposeButton origin={{ kind: 'ALERT', ids: [id], agency }} />
        {mayPropose && (
          <button
            type="button"
            aria-expanded={isProposing}
            onClick={() => setOpenedAt(isProposing ? undefined : count)}
          >
            {t('alerts.proposeLink')}
          </button>
        )}
        {open.includes('callWidelyShared') && (
          <button
            type="button"
            disabled={!isReady}
            onClick={() => steps.choose('callWidelyShared', { alert: id, version })}
          >
            {t(widelyShared ? 'alerts.agreeWidelyShared' : 'step.callWidelyShared')}
          </button>
        )}
      </p>
      {hasCalledWidelyShared(alert, officer.viewer) && <p className="hint">{t('alerts.secondOfficer')}</p>}
      {mayPropose && isProposing && (
        <LinkProposalForm
          holders={holders}
          reference={reference}
          isReady={isReady}
          proposal={proposal}
          onSubmit={steps.clear}
        />
      )}
      <div className="alert-ways">
        {open.includes('actOnAlert') && (
          <section aria-label={t('alerts.act')}>
            <h4>{t('alerts.act')}</h4>
            <ActForm key={`act ${version} ${count}`} {...form} proposed={proposed?.dossier} />
          </section>
        )}
        {open.includes('dismissAlert') && (
          <section aria-label={t('alerts.dismiss')}>
            <h4>{t('alerts.dismiss')}</h4>
            <DismissForm key={`dismiss ${version}`} {...form} />
          </section>
        )}
      </div>
    </section>
  );
}
