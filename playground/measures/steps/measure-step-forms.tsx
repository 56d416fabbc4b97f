import { type FormEvent, useState } from 'react';
import type { MeasureUrgency, OverrideReason } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { wordsIn } from '../../messages/words-in.ts';
import { Choices, Words } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { problemAt } from '../../step/problem-at.ts';
import { measureDay } from '../calendar/measure-day.ts';
import type { MeasureOn } from '../own/measure-on.ts';
import type { ShownMeasure } from '../own/own-measures.ts';
import type { WrongCase } from '../own/wrong-case.ts';
import { measureStepsOpen, needsAgreement, type OfferedStep, standstillOf } from './measure-steps.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { PlanForm } from './plan-form.tsx';
import type { StepParts } from './step-parts.ts';

const overrideReasons = Object.keys(titles.OverrideReason) as OverrideReason[];
const urgencies = Object.keys(titles.MeasureUrgency) as MeasureUrgency[];
const longestReason = 500;

interface StepProps extends StepParts {
  on: MeasureOn;
  measure: ShownMeasure;
  today: string;
  /** The dossier is for its owner alone: its measures are compared only if whoever authorises one says so. */
  isSecret: boolean;
}

/** A start before the measure is authorised, or on another day, and its ground. */
function UrgentForm({ on, isReady, steps }: StepProps) {
  const t = useMessages();
  const [urgency, setUrgency] = useState<MeasureUrgency | ''>('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (urgency !== '') steps.choose('startMeasure', { ...on, urgency });
  };
  return (
    <form className="request-form" onSubmit={submit}>
      <p className="hint wide">{t('measures.urgentHint')}</p>
      <Choices
        label={t('measure.urgency')}
        value={urgency}
        values={urgencies}
        empty={t('draft.choose')}
        nameOf={(each) => titleOf(t, 'MeasureUrgency', each)}
        onChoose={setUrgency}
      />
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || urgency === ''}>
          {t('measureStep.urgent')}
        </button>
      </p>
    </form>
  );
}

/** The measure and the version of its comparison, as a word on its conflicts names them. */
const wordOn = ({ dossier, measure }: MeasureOn, { check }: ShownMeasure) => ({
  dossier,
  measure,
  version: check?.version ?? 0,
});

/** A measure goes on against its conflicts, for a reason that overseers of both agencies see. */
function OverrideForm({ on, measure, isReady, steps }: StepProps) {
  const t = useMessages();
  const [reason, setReason] = useState<OverrideReason | ''>('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason !== '') steps.choose('overrideMeasure', { ...wordOn(on, measure), reason });
  };
  return (
    <form className="request-form" onSubmit={submit}>
      <p className="hint wide">{t('measureCheck.overrideHint')}</p>
      <Choices
        label={t('measures.reason')}
        value={reason}
        values={overrideReasons}
        empty={t('draft.choose')}
        nameOf={(each) => titleOf(t, 'OverrideReason', each)}
        onChoose={setReason}
      />
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || reason === ''}>
          {t('step.overrideMeasure')}
        </button>
      </p>
    </form>
  );
}

/** A measure of a dossier for its owner alone is authorised, and compared all the same. */
function SecretForm({ on, isReady, steps }: StepProps) {
  const t = useMessages();
  return (
    <>
      <p className="hint">{t('measureCheck.secretHint')}</p>
      <p className="buttons">
        <button
          type="button"
          className="primary"
          disabled={!isReady}
          onClick={() => steps.choose('authoriseMeasure', { ...on, compareSecret: true })}
        >
          {t('measureStep.authoriseSecret')}
        </button>
      </p>
    </>
  );
}

/** A measure is given up, or ended, for a reason. */
function EndForm({ step, on, isReady, steps }: StepProps & { step: 'cancelMeasure' | 'liftMeasure' }) {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    steps.choose(step, { ...on, reason: reason.trim() });
  };
  const problem = problemAt(steps.step, step, 'reason');
  return (
    <form className="request-form" onSubmit={submit}>
      <Words
        label={t('measures.reason')}
        hint={t('measures.reasonHint')}
        value={reason}
        longest={longestReason}
        problem={problem && titleOf(t, 'ProblemCode', problem.code)}
        onChange={setReason}
      />
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || reason.trim() === ''}>
          {t(`step.${step}`)}
        </button>
      </p>
    </form>
  );
}

/** An authorisation, before or after the start: the agency has one step for both. */
const authorise = ({ on, steps }: StepProps) => steps.choose('authoriseMeasure', { ...on });

/** Steps that take nothing but the measure as it was read. */
const plain = {
  authorise,
  agree: authorise,
  start: ({ on, steps }: StepProps) => steps.choose('startMeasure', { ...on }),
  coordinate: ({ on, measure, steps }: StepProps) => steps.choose('coordinateMeasure', wordOn(on, measure)),
} as const;
type PlainStep = keyof typeof plain;
/** A step as it is drawn: one of a dossier for its owner alone has two authorisations. */
type DrawnStep = OfferedStep | 'authoriseSecret';
const isPlain = (step: DrawnStep): step is PlainStep => Object.hasOwn(plain, step);

function FormOf({ step, ...props }: StepProps & { step: Exclude<DrawnStep, PlainStep> }) {
  const t = useMessages();
  switch (step) {
    case 'urgent':
      return <UrgentForm {...props} />;
    case 'override':
      return <OverrideForm {...props} />;
    case 'authoriseSecret':
      return <SecretForm {...props} />;
    case 'finish':
      return <OutcomeForm {...props} />;
    case 'cancel':
      return <EndForm step="cancelMeasure" {...props} />;
    case 'lift':
      return <EndForm step="liftMeasure" {...props} />;
    case 'replan':
      return (
        <>
          <p className="hint">{t('measures.replanHint')}</p>
          <PlanForm key={props.plans} {...props} />
        </>
      );
  }
}

/** A step that takes more than a press of a button; that for which the measure waits is open. */
function FoldedStep({
  isFirst,
  ...props
}: StepProps & { step: Exclude<DrawnStep, PlainStep>; isFirst: boolean }) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <Fold line={<h4>{t(`measureStep.${props.step}`)}</h4>} isOpen={isOpen} onToggle={setOpen}>
      <FormOf {...props} />
    </Fold>
  );
}

/** The steps that an officer can take on a measure, by their role and by who planned it, and why it does not go on where it does not. */
export function MeasureStepForms(
  props: Omit<StepProps, 'today'> & {
    now: number;
    /** With a mandate for none of the dossier's cases no step is taken. */
    wrongCase: WrongCase | undefined;
    cases: readonly string[] | undefined;
  },
) {
  const { now, wrongCase, cases = [], ...rest } = props;
  const { measure, isReady } = rest;
  const t = useMessages();
  const { officer, mandate } = useDesk();
  const offered: readonly DrawnStep[] = measureStepsOpen(measure, officer.viewer, now).flatMap((step) =>
    step === 'authorise' && rest.isSecret ? [step, 'authoriseSecret' as const] : [step],
  );
  const why = standstillOf(measure, officer.viewer, now);
  const form = { ...rest, today: measureDay(now) };
  const buttons = offered.filter(isPlain);
  const isBarred = (step: DrawnStep) =>
    step !== 'authoriseSecret' && needsAgreement(step, mandate.legalBasis);
  const day = measure.window ? wordsIn(t).date(measure.window.from) : '';
  return (
    <section className="request-steps" aria-label={t('requests.todo')}>
      <h3>{t('requests.todo')}</h3>
      {wrongCase && <p className="notice">{t(`measuresCase.${wrongCase}`, { cases: cases.join(', ') })}</p>}
      {why && <p className="notice">{t(`measureWhy.${why}`, { day })}</p>}
      {offered.some(isBarred) && <p className="notice">{t('measureCheck.groundAbroad')}</p>}
      {offered.length === 0 && !why && <p className="hint">{t('measures.nothing')}</p>}
      {buttons.length > 0 && (
        <p className="buttons">
          {buttons.map((step) => (
            <button
              key={step}
              type="button"
              className="primary"
              disabled={!isReady || isBarred(step)}
              onClick={() => plain[step](form)}
            >
              {t(`measureStep.${step}`)}
            </button>
          ))}
        </p>
      )}
      {offered.map(
        (step, index) =>
          !isPlain(step) && (
            <FoldedStep
              key={step}
              step={step}
              isFirst={index === 0 && step === 'finish'}
              {...form}
              isReady={isReady && !isBarred(step)}
            />
          ),
      )}
    </section>
  );
}
