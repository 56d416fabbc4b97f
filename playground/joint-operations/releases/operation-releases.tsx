import { useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Fold } from '../../parts/fold.tsx';
import { needsAgreement, type ReleaseStep } from '../own/operation-steps.ts';
import type { StepProps } from '../steps/step-props.ts';
import { DraftReleasesForm } from './draft-releases-form.tsx';
import { ReleaseDraftsTable } from './release-drafts-table.tsx';
import { releaseStepsOpen } from './release-steps.ts';

/** The form that drafts releases, which is there once it is wanted. */
function FoldedForm(props: StepProps) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <Fold line={<h4>{t('step.draftOperationReleases')}</h4>} isOpen={isOpen} onToggle={setOpen}>
      {isOpen && <DraftReleasesForm {...props} />}
    </Fold>
  );
}

/** The releases that members have drafted for an operation and that wait to be proposed, and the form that drafts more. */
export function OperationReleases(props: Omit<StepProps, 'isReady'>) {
  const { id, half, steps, ways } = props;
  const t = useMessages();
  const { missing, mandate, officer } = useDesk();
  const open = releaseStepsOpen(half, officer.viewer);
  const { releaseDrafts, version } = half;
  if (open.length === 0 && releaseDrafts.length === 0) return null;
  const mayStep = missing.length === 0 && steps.step.state !== 'sending';
  const isReadyFor = (step: ReleaseStep) => mayStep && !needsAgreement(step, mandate.legalBasis);
  const isBarred = open.some((step) => needsAgreement(step, mandate.legalBasis));
  return (
    <section className="request-steps operation-releases" aria-label={t('operationReleases.title')}>
      <h3>{t('operationReleases.title')}</h3>
      <p className="hint">{t('operationReleases.hint')}</p>
      {isBarred && <p className="notice">{t('operations.groundAbroad')}</p>}
      {releaseDrafts.length === 0 ? (
        <p className="hint">{t('operationReleases.none')}</p>
      ) : (
        <ReleaseDraftsTable
          id={id}
          half={half}
          open={open}
          isReadyFor={isReadyFor}
          steps={steps}
          ways={ways}
        />
      )}
      {open.includes('draftOperationReleases') && (
        <FoldedForm key={version} {...props} isReady={isReadyFor('draftOperationReleases')} />
      )}
    </section>
  );
}
