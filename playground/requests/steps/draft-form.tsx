import { useEffect, useState } from 'react';
import { othersThan } from '../../../terms/agencies.ts';
import type { DecidedClass, RequestUrgency } from '../../../terms/enums.ts';
import { titles } from '../../../terms/titles/titles.ts';
import type { AskedRecord } from '../../desk/asked-record.ts';
import { useDesk } from '../../desk/use-desk.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Line, Words } from '../../parts/field.tsx';
import { StepForm } from '../../step/step-form.tsx';
import { StepNotices } from '../../step/step-notices.tsx';
import type { Steps } from '../../step/use-step.ts';
import {
  askedClasses,
  type Draft,
  draftInput,
  longestWords,
  missingInDraft,
  newDraft,
  subjectKinds,
} from './draft.ts';
import { DraftCriteria } from './draft-criteria.tsx';
import { useArticles } from './use-articles.ts';

const urgencies = Object.keys(titles.RequestUrgency) as RequestUrgency[];

function Classes({ draft, onChange }: { draft: Draft; onChange: (classes: DecidedClass[]) => void }) {
  const t = useMessages();
  return (
    <fieldset className="field" data-wide="true">
      <legend>{t('draft.classes')}</legend>
      {askedClasses.map((column) => (
        <label key={column}>
          <input
            type="checkbox"
            checked={draft.classes.includes(column)}
            onChange={({ target }) =>
              onChange(
                askedClasses.filter((each) =>
                  each === column ? target.checked : draft.classes.includes(each),
                ),
              )
            }
          />
          {titleOf(t, 'InformationClass', column)}
        </label>
      ))}
    </fieldset>
  );
}

/**
 * The form of a new request.
 * @param props `subject` is the record from which the officer came here, if there is one
 */
export function DraftForm(props: { subject: AskedRecord | undefined; isWanted: boolean; steps: Steps }) {
  const { subject, isWanted, steps } = props;
  const t = useMessages();
  const { missing: missingMandate, officer } = useDesk();
  const { agency } = officer.viewer;
  const articles = useArticles(isWanted);
  const [draft, setDraft] = useState(() => newDraft(agency, subject));
  useEffect(() => setDraft(newDraft(agency, subject)), [agency, subject]);
  const change = (changed: Partial<Draft>) => setDraft((before) => ({ ...before, ...changed }));
  const missing = missingInDraft(draft);
  return (
    <section aria-label={t('draft.title')}>
      <h3>{t('draft.title')}</h3>
      <p className="hint">{t('draft.hint')}</p>
      <StepNotices steps={steps} />
      <StepForm
        step="draftRequest"
        isReady={missing.length === 0 && missingMandate.length === 0 && steps.step.state !== 'sending'}
        hint={
          missingMandate.length > 0
            ? t('outcome.no-mandate')
            : missing.length > 0 &&
              t('draft.missing', { parts: missing.map((part) => t(`draftPart.${part}`)).join(', ') })
        }
        onSubmit={() => steps.choose('draftRequest', draftInput(draft))}
      >
        <Choices
          label={t('draft.to')}
          value={draft.to}
          values={othersThan(agency)}
          nameOf={(each) => titleOf(t, 'Agency', each)}
          onChoose={(to) => to && change({ to })}
        />
        <Choices
          label={t('draft.kind')}
          value={draft.subject.kind}
          values={subjectKinds}
          nameOf={(each) => t(`draftSubject.${each}`)}
          onChoose={(kind) => kind && change({ subject: { ...draft.subject, kind } })}
        />
        {draft.subject.kind === 'criteria' ? (
          <DraftCriteria
            criteria={draft.criteria}
            onChange={(changed) =>
              setDraft((before) => ({ ...before, criteria: { ...before.criteria, ...changed } }))
            }
          />
        ) : (
          <Line
            label={t('draft.name')}
            value={draft.subject.name}
            longest={60}
            isCode
            onChange={(name) => change({ subject: { ...draft.subject, name: name.trim().toUpperCase() } })}
          />
        )}
        <Choices
          label={t('draft.urgency')}
          value={draft.urgency}
          values={urgencies}
          nameOf={(each) => titleOf(t, 'RequestUrgency', each)}
          onChoose={(urgency) => urgency && change({ urgency })}
        />
        <Classes draft={draft} onChange={(chosen) => change({ classes: chosen })} />
        <Choices
          label={t('draft.offence')}
          value={draft.offence}
          values={articles.map(({ code }) => code)}
          empty={t('draft.choose')}
          nameOf={(code) => `${code} ${articles.find((each) => each.code === code)?.[t.locale] ?? ''}`}
          onChoose={(offence) => change({ offence })}
          isWide
        />
        <Words
          label={t('draft.necessity')}
          hint={t('draft.words')}
          value={draft.necessity}
          longest={longestWords}
          onChange={(necessity) => change({ necessity })}
        />
      </StepForm>
    </section>
  );
}
