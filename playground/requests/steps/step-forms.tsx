import { useState } from 'react';
import type { FormQuestion } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Line, Words } from '../../parts/field.tsx';
import { Fold } from '../../parts/fold.tsx';
import { ShownText } from '../../parts/shown-text.tsx';
import { StepForm } from '../../step/step-form.tsx';
import type { Steps } from '../../step/use-step.ts';
import type { RequestHalf } from '../half/own-requests.ts';
import { sentMoment } from './answer-draft.ts';
import { AnswerForm, MomentField } from './answer-form.tsx';
import { longestWords } from './draft.ts';
import { type RequestStep, stepsOpen } from './request-steps.ts';

interface StepProps {
  id: string;
  half: RequestHalf;
  isReady: boolean;
  steps: Steps;
}

/** A question about the form, or its answer. */
function WordsForm({ id, step, isReady, steps }: StepProps & { step: 'questionRequest' | 'clarifyRequest' }) {
  const t = useMessages();
  const [text, setText] = useState('');
  return (
    <StepForm
      step={step}
      isReady={isReady && text.trim() !== ''}
      onSubmit={() => steps.choose(step, { request: id, text: text.trim() })}
    >
      <Words
        label={t(step === 'questionRequest' ? 'request.question' : 'request.clarification')}
        hint={t('draft.form')}
        value={text}
        longest={longestWords}
        onChange={setText}
      />
    </StepForm>
  );
}

function ExtendForm({ id, isReady, steps }: StepProps) {
  const t = useMessages();
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  return (
    <StepForm
      step="extendRequest"
      isReady={isReady && until !== '' && reason.trim() !== ''}
      onSubmit={() =>
        steps.choose('extendRequest', { request: id, until: sentMoment(until), reason: reason.trim() })
      }
    >
      <MomentField label={t('extend.until')} value={until} onChange={setUntil} />
      <Words
        label={t('extend.reason')}
        hint={t('draft.words')}
        value={reason}
        longest={longestWords}
        onChange={setReason}
      />
    </StepForm>
  );
}

const formQuestions = Object.keys(titles.FormQuestion) as FormQuestion[];

/** Questions of the closed list, which one officer puts alone. */
function QuestionForm({ id, isReady, steps }: StepProps) {
  const t = useMessages();
  const [chosen, setChosen] = useState<readonly FormQuestion[]>([]);
  const toggle = (question: FormQuestion, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, question] : before.filter((each) => each !== question)));
  return (
    <StepForm
      step="questionForm"
      isReady={isReady && chosen.length > 0}
      onSubmit={() => steps.choose('questionForm', { request: id, questions: [...chosen] })}
    >
      <fieldset className="field choices" data-wide="true">
        <legend>{t('request.question')}</legend>
        {formQuestions.map((question) => (
          <label key={question}>
            <input
              type="checkbox"
              checked={chosen.includes(question)}
              onChange={({ target }) => toggle(question, target.checked)}
            />
            {titleOf(t, 'FormQuestion', question)}
          </label>
        ))}
      </fieldset>
    </StepForm>
  );
}

/** The officer to whom a supervisor assigns a request. */
function AssignForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [to, setTo] = useState('');
  return (
    <StepForm
      step="assignRequest"
      isReady={isReady && to.trim() !== ''}
      onSubmit={() => steps.choose('assignRequest', { request: id, version: half.version, to: to.trim() })}
    >
      <Line label={t('assign.to')} hint={t('assign.hint')} value={to} onChange={setTo} />
    </StepForm>
  );
}

/** A second officer's word on free words for the other agency. */
function CountersignForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [neutrality, setNeutrality] = useState('');
  const decide = (approves: boolean) =>
    steps.choose('countersignWords', {
      request: id,
      version: half.version,
      approves,
      ...(approves && { neutrality: neutrality.trim() }),
    });
  return (
    <div className="request-form">
      <p className="wide">
        <ShownText>{half.waitingWords?.text ?? ''}</ShownText>
      </p>
      {half.waitingWords && half.waitingWords.terms.length > 0 && (
        <p className="notice">{t('words.terms', { terms: half.waitingWords.terms.join(', ') })}</p>
      )}
      <Words
        label={t('words.neutrality')}
        hint={t('words.hint')}
        value={neutrality}
        longest={longestWords}
        onChange={setNeutrality}
      />
      <p className="buttons">
        <button
          type="button"
          className="primary"
          disabled={!isReady || neutrality.trim() === ''}
          onClick={() => decide(true)}
        >
          {t('step.countersignWords')}
        </button>
        <button type="button" disabled={!isReady} onClick={() => decide(false)}>
          {t('decide.turnDown')}
        </button>
      </p>
    </div>
  );
}

function DecideForm({ id, half, isReady, steps }: StepProps) {
  const t = useMessages();
  const [neutrality, setNeutrality] = useState('');
  const decide = (approves: boolean) =>
    steps.choose('decideAnswer', {
      request: id,
      version: half.version,
      approves,
      ...(approves && neutrality.trim() !== '' && { neutrality: neutrality.trim() }),
    });
  const kind = half.proposal?.kind;
  return (
    <div className="request-form">
      {(kind === 'GRANTED' || kind === 'PARTIAL') && (
        <Words
          label={t('decide.neutrality')}
          hint={t('draft.words')}
          value={neutrality}
          longest={longestWords}
          onChange={setNeutrality}
        />
      )}
      <p className="buttons">
        <button type="button" className="primary" disabled={!isReady} onClick={() => decide(true)}>
          {t('decide.give')}
        </button>
        <button type="button" disabled={!isReady} onClick={() => decide(false)}>
          {t('decide.turnDown')}
        </button>
      </p>
    </div>
  );
}

/** Steps that take nothing but the request as it was read. */
const plain = [
  'authoriseRequest',
  'acceptRequest',
  'takeUpRequest',
  'withdrawRequest',
  'closeRequest',
] as const;
type PlainStep = (typeof plain)[number];
const isPlain = (step: RequestStep): step is PlainStep => plain.some((each) => each === step);

function FormOf({ step, ...props }: StepProps & { step: Exclude<RequestStep, PlainStep> }) {
  switch (step) {
    case 'questionRequest':
    case 'clarifyRequest':
      return <WordsForm step={step} {...props} />;
    case 'assignRequest':
      return <AssignForm {...props} />;
    case 'questionForm':
      return <QuestionForm {...props} />;
    case 'countersignWords':
      return <CountersignForm {...props} />;
    case 'extendRequest':
      return <ExtendForm {...props} />;
    case 'proposeAnswer':
      return <AnswerForm {...props} />;
    case 'decideAnswer':
      return <DecideForm {...props} />;
  }
}

/** A step that takes more than a press of a button; that for which the request waits is open. */
function FoldedStep({
  isFirst,
  ...props
}: StepProps & { step: Exclude<RequestStep, PlainStep>; isFirst: boolean }) {
  const t = useMessages();
  const [isOpen, setOpen] = useState(isFirst);
  return (
    <Fold line={<h4>{t(`step.${props.step}`)}</h4>} isOpen={isOpen} onToggle={setOpen}>
      <FormOf {...props} />
    </Fold>
  );
}

/** The steps that an officer can take on a request, by their role: first what it waits for. */
export function StepForms({ id, half, steps }: { id: string; half: RequestHalf; steps: Steps }) {
  const t = useMessages();
  const { missing, officer } = useDesk();
  const open = stepsOpen(half, officer.viewer);
  const isReady = missing.length === 0 && steps.step.state !== 'sending';
  const props = { id, half, isReady, steps };
  const buttons = open.steps.filter(isPlain);
  const press = (step: PlainStep) =>
    step === 'takeUpRequest'
      ? steps.choose(step, { request: id, version: half.version })
      : steps.choose(step, { request: id });
  return (
    <section className="request-steps" aria-label={t('requests.todo')}>
      <h3>{t('requests.todo')}</h3>
      {open.forAnother && (
        <p className="notice">{t('requests.forAnother', { step: t(`step.${open.forAnother}`) })}</p>
      )}
      {open.steps.length === 0 && !open.forAnother && <p className="hint">{t('requests.nothing')}</p>}
      {buttons.length > 0 && (
        <p className="buttons">
          {buttons.map((step) => (
            <button
              key={step}
              type="button"
              className={
                step === open.steps[0] && step !== 'withdrawRequest' && step !== 'takeUpRequest'
                  ? 'primary'
                  : undefined
              }
              disabled={!isReady}
              onClick={() => press(step)}
            >
              {t(`step.${step}`)}
            </button>
          ))}
        </p>
      )}
      {open.steps.map(
        (step, index) =>
          !isPlain(step) && (
            <FoldedStep key={`${step} ${half.version}`} step={step} isFirst={index === 0} {...props} />
          ),
      )}
    </section>
  );
}
