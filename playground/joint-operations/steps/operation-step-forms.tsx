import { useState } from 'react';
import { useDesk } from '../../desk/use-desk.ts';
import { measureDay } from '../../measures/calendar/measure-day.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Fold } from '../../parts/fold.tsx';
import type { Steps } from '../../step/use-step.ts';
import {
  isLeadSuspended,
  isResumeRefused,
  needsAgreement,
  type OperationStep,
  operationStepsOpen,
} from '../own/operation-steps.ts';
import type { OperationHalf } from '../own/own-operations.ts';
import type { Ways } from '../own/ways.ts';
import { releaseStepsOpen } from '../releases/release-steps.ts';
import { AcceptForm } from './accept-form.tsx';
import { AddMeasureForm } from './add-measure-form.tsx';
import { EvaluationForm } from './evaluation-form.tsx';
import { MembersForm } from './members-form.tsx';
import { offerOf } from './offer-of.ts';
import { RemoveMeasureForm } from './remove-measure-form.tsx';
import { RenewForm } from './renew-form.tsx';
import { ResultForm } from './result-form.tsx';
import { SendBackForm } from './send-back-form.tsx';
import { SignForm } from './sign-form.tsx';
import type { StepProps } from './step-props.ts';

/** Steps that take nothing but the operation as it was read. */
const plain = {
  resumeOperation: ({ id, half, steps }: StepProps) =>
    steps.choose('resumeOperation', { operation: id, version: half.version }),
  declineOperation: (props: StepProps) => props.steps.choose('declineOperation', offerOf(props)),
  suspendOperation: ({ id, steps }: StepProps) =>
    steps.choose('suspendOperation', { operation: id }, ['operations.stopsAtOnce']),
  endOperation: ({ id, steps }: StepProps) =>
    steps.choose('endOperation', { operation: id }, ['operations.stopsAtOnce', 'operations.final']),
} as const;
type PlainStep = keyof typeof plain;
type FormStep = Exclude<OperationStep, PlainStep>;
const isPlain = (step: OperationStep): step is PlainStep => Object.hasOwn(plain, step);

function FormOf({ step, mayDrop, ...props }: StepProps & { step: FormStep; mayDrop: boolean }) {
  switch (step) {
    case 'acceptOperation':
      return <AcceptForm {...props} />;
    case 'sendBackOperation':
      return <SendBackForm {...props} />;
    case 'renewOperation':
      return <RenewForm {...props} />;
    case 'countersignOperation':
      return <SignForm {...props} mayDrop={mayDrop} />;
    case 'nameOperationMembers':
      return <MembersForm {...props} />;
    case 'addOperationMeasure':
      return <AddMeasureForm {...props} />;
    case 'removeOperationMeasure':
      return <RemoveMeasureForm {...props} />;
    case 'addOperationResult':
      return <ResultForm {...props} />;
    case 'evaluateOperation':
      return <EvaluationForm {...props} />;
  }
}

/** A step that takes more than a press of a button; its form is there once it is wanted. */
function FoldedStep(props: StepProps & { step: FormStep; isFirst: boolean; mayDrop: boolean }) {
  const { isFirst, ...form } = props;
  const t = useMessages();
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <Fold line={<h4>{t(`step.${form.step}`)}</h4>} isOpen={isOpen} onToggle={setOpen}>
      {isOpen && <FormOf {...form} />}
    </Fold>
  );
}

/** The steps that an officer can take on an operation, by their roles and its state: first what it waits for. */
export function OperationStepForms(props: {
  id: string;
  half: OperationHalf;
  steps: Steps;
  now: number;
  ways: Ways;
}) {
  const { id, half, steps, now, ways } = props;
  const t = useMessages();
  const { missing, mandate, officer } = useDesk();
  const { viewer } = officer;
  const isRefused = isResumeRefused(steps.step, half);
  const open = operationStepsOpen(half, viewer).filter((step) => !isRefused || step !== 'resumeOperation');
  const mayStep = missing.length === 0 && steps.step.state !== 'sending';
  const isReadyFor = (step: OperationStep) => mayStep && !needsAgreement(step, mandate.legalBasis);
  const form = { id, half, steps, ways, today: measureDay(now) };
  const buttons = open.filter(isPlain);
  const isWaitedFor = half.waits !== null && half.waits !== 'OPERATION_RELEASE_TO_PROPOSE';
  const titleOfButton = (step: PlainStep) =>
    step === 'declineOperation' && half.offer?.by !== half.agency
      ? t('operations.takeBack')
      : t(`step.${step}`);
  if (open.length === 0 && !isRefused && releaseStepsOpen(half, viewer).length > 0) return null;
  return (
    <section className="request-steps" aria-label={t('requests.todo')}>
      <h3>{t('requests.todo')}</h3>
      {isLeadSuspended(half) && <p className="notice">{t('operations.leadSuspended')}</p>}
      {open.some((step) => needsAgreement(step, mandate.legalBasis)) && (
        <p className="notice">{t('operations.groundAbroad')}</p>
      )}
      {half.draft && !open.includes('countersignOperation') && (
        <p className="hint">{t('operations.draftWaits')}</p>
      )}
      {isRefused && <p className="notice">{t('operations.resumeRefused')}</p>}
      {open.length === 0 && <p className="hint">{t('operations.nothing')}</p>}
      {open.map(
        (step, index) =>
          !isPlain(step) && (
            <FoldedStep
              key={`${step} ${half.version}`}
              step={step}
              isFirst={index === 0 && isWaitedFor}
              mayDrop={mayStep}
              isReady={isReadyFor(step)}
              {...form}
            />
          ),
      )}
      {buttons.length > 0 && (
        <p className="buttons">
          {buttons.map((step) => (
            <button
              key={step}
              type="button"
              className={step === 'resumeOperation' ? 'primary' : undefined}
              disabled={!isReadyFor(step)}
              onClick={() => plain[step]({ ...form, isReady: true })}
            >
              {titleOfButton(step)}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
