import { useState } from 'react';
import type { AnswerHandling, DecidedClass, RefusalGround } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Field, Words } from '../../parts/field.tsx';
import { StepForm } from '../../step/step-form.tsx';
import type { Steps } from '../../step/use-step.ts';
import type { RequestHalf } from '../half/own-requests.ts';
import {
  type AnswerDraft,
  answerInput,
  groundsOpen,
  isRelease,
  kindsOpen,
  missingInAnswer,
  newAnswer,
} from './answer-draft.ts';
import { longestWords } from './draft.ts';
import { hasHappened } from './request-steps.ts';

const grounds = Object.keys(titles.RefusalGround) as RefusalGround[];
const handlings = Object.keys(titles.AnswerHandling) as AnswerHandling[];

/** The end of a release, or of the time to answer, in the time of this computer. */
export function MomentField(props: { label: string; value: string; onChange: (value: string) => void }) {
  const { label, value, onChange } = props;
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="datetime-local"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** For a release of a part: of each class that was asked for, whether it is released, or why not. */
function ClassByClass(props: {
  half: RequestHalf;
  answer: AnswerDraft;
  onChange: (withheld: AnswerDraft['withheld']) => void;
}) {
  const { half, answer, onChange } = props;
  const t = useMessages();
  const choose = (column: DecidedClass, ground: RefusalGround | '') => {
    const { [column]: _before, ...others } = answer.withheld;
    onChange(ground === '' ? others : { ...others, [column]: ground });
  };
  return (
    <fieldset className="field" data-wide="true">
      <legend>{t('answerForm.part')}</legend>
      {(half.classes as DecidedClass[]).map((column) => (
        <Choices
          key={column}
          label={titleOf(t, 'InformationClass', column)}
          value={answer.withheld[column] ?? ''}
          values={groundsOpen(half, grounds)}
          empty={t('answerForm.release')}
          nameOf={(each) => titleOf(t, 'RefusalGround', each)}
          onChoose={(ground) => choose(column, ground)}
        />
      ))}
    </fieldset>
  );
}

/** The form of an answer, which a supervisor decides on. */
export function AnswerForm(props: { id: string; half: RequestHalf; isReady: boolean; steps: Steps }) {
  const { id, half, isReady, steps } = props;
  const t = useMessages();
  const [answer, setAnswer] = useState(() => newAnswer(half));
  const change = (changed: Partial<AnswerDraft>) => setAnswer((before) => ({ ...before, ...changed }));
  const missing = missingInAnswer(answer, half);
  return (
    <StepForm
      step="proposeAnswer"
      isReady={isReady && missing.length === 0}
      hint={
        missing.length > 0 &&
        t('draft.missing', { parts: missing.map((part) => t(`answerPart.${part}`)).join(', ') })
      }
      onSubmit={() => steps.choose('proposeAnswer', answerInput(id, answer, half))}
    >
      {!hasHappened(half, 'ACCEPTED') && <p className="hint wide">{t('answerForm.formal')}</p>}
      <Choices
        label={t('answerForm.kind')}
        value={answer.kind}
        values={kindsOpen(half)}
        nameOf={(each) => titleOf(t, 'RequestAnswerKind', each)}
        onChoose={(kind) => kind && change({ kind })}
      />
      {half.dossier && half.otherDossiers.length > 0 && (
        <Choices
          label={t('answerForm.dossier')}
          value={answer.dossier || half.dossier.id}
          values={[half.dossier.id, ...half.otherDossiers]}
          nameOf={(each) => each}
          onChoose={(dossier) => change({ dossier })}
        />
      )}
      {answer.kind === 'REFUSED' && (
        <Choices
          label={t('answerForm.ground')}
          value={answer.ground}
          values={groundsOpen(half, grounds)}
          empty={t('draft.choose')}
          nameOf={(each) => titleOf(t, 'RefusalGround', each)}
          onChoose={(ground) => change({ ground })}
        />
      )}
      {isRelease(answer) && (
        <MomentField
          label={t('answerForm.until')}
          value={answer.until}
          onChange={(until) => change({ until })}
        />
      )}
      <Choices
        label={t('answerForm.handling')}
        value={answer.handling}
        values={handlings}
        nameOf={(each) => `${each}: ${titleOf(t, 'AnswerHandling', each)}`}
        onChoose={(handling) => handling && change({ handling })}
      />
      {answer.kind === 'PARTIAL' && (
        <ClassByClass half={half} answer={answer} onChange={(withheld) => change({ withheld })} />
      )}
      <Words
        label={t('answerForm.remark')}
        hint={t('draft.words')}
        value={answer.remark}
        longest={longestWords}
        onChange={(remark) => change({ remark })}
      />
    </StepForm>
  );
}
