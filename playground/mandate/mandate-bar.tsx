import { type RefObject, useId, useState } from 'react';
import { useDesk } from '../desk/use-desk.ts';
import { titleOf } from '../messages/title-of.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useFocusFirst } from '../parts/use-focus-first.ts';
import { legalBases, type MandateDraft, needsCase, purposes } from '../wire/mandate-draft.ts';

function Choice<Value extends string>(props: {
  label: string;
  value: Value | undefined;
  values: readonly Value[];
  empty: string;
  nameOf: (value: Value) => string;
  isMissing: boolean;
  onChoose: (value: Value | undefined) => void;
  choice?: RefObject<HTMLSelectElement | null>;
}) {
  const { label, value, values, empty, nameOf, isMissing, onChoose, choice } = props;
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        ref={choice}
        value={value ?? ''}
        aria-invalid={isMissing}
        onChange={(event) => onChoose(values.find((each) => each === event.target.value))}
      >
        <option value="">{empty}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Waits for the end of the click or key by which a form was left: what is pressed must not move away before it is let go. */
function onceLeft(form: HTMLElement, then: () => void): void {
  const ended = new AbortController();
  const leave = () => {
    ended.abort();
    if (!form.contains(document.activeElement)) then();
  };
  for (const event of ['click', 'keyup'] as const) document.addEventListener(event, leave, ended);
}

/**
 * The form of the mandate: it names the parts that are missing, and nothing is sent before they are there. On a narrow screen it is
 * folded away once it is complete and left, and its purpose and case are told in its place.
 */
export function MandateBar({ takesFocus }: { takesFocus: boolean }) {
  const t = useMessages();
  const title = useId();
  // Here an officer begins who has signed in.
  const first = useFocusFirst<HTMLSelectElement>(takesFocus);
  const reasonField = useId();
  const { mandate, reason, missing, setMandate, setReason, officer } = useDesk();
  const { cases } = officer.viewer;
  const isComplete = missing.length === 0;
  const [mayFold, setMayFold] = useState(isComplete);
  const isFolded = mayFold && isComplete;
  const change = (changed: MandateDraft) => setMandate({ ...mandate, ...changed });
  return (
    <section
      className="mandate"
      aria-labelledby={title}
      data-folded={isFolded}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onceLeft(currentTarget, () => setMayFold(true));
      }}
    >
      <h2 id={title} className="unseen">
        {t('mandate.title')}
      </h2>
      <Choice
        choice={first}
        label={t('mandate.purpose')}
        value={mandate.purpose}
        values={purposes}
        empty={t('mandate.choose')}
        nameOf={(purpose) => titleOf(t, 'Purpose', purpose)}
        isMissing={missing.includes('purpose')}
        onChoose={(purpose) => change({ purpose })}
      />
      <Choice
        label={t('mandate.legalBasis')}
        value={mandate.legalBasis}
        values={legalBases}
        empty={t('mandate.choose')}
        nameOf={(legalBasis) => titleOf(t, 'LegalBasis', legalBasis)}
        isMissing={missing.includes('legalBasis')}
        onChoose={(legalBasis) => change({ legalBasis })}
      />
      <Choice
        label={t('mandate.case')}
        value={mandate.case}
        values={cases}
        empty={t(needsCase(mandate) ? 'mandate.choose' : 'mandate.noCase')}
        nameOf={(each) => each}
        isMissing={missing.includes('case')}
        onChoose={(chosen) => change({ case: chosen })}
      />
      <div className="choice reason">
        <label htmlFor={reasonField}>{t('mandate.reason')}</label>
        <input
          id={reasonField}
          type="text"
          value={reason}
          maxLength={500}
          autoComplete="off"
          placeholder={t('mandate.reason.hint')}
          aria-invalid={missing.includes('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <p className="mandate-state" role="status" data-complete={isComplete}>
        {isComplete
          ? t('mandate.complete')
          : t('mandate.missing', { parts: missing.map((part) => t(`mandate.${part}`)).join(', ') })}
        {missing.includes('case') && cases.length === 0 && ` ${t('mandate.noCases')}`}
      </p>
      {isFolded && (
        <p className="told">
          <span>{mandate.purpose && titleOf(t, 'Purpose', mandate.purpose)}</span>{' '}
          <span className="whole">{mandate.case}</span>
        </p>
      )}
      {isFolded && (
        <button
          type="button"
          className="quiet narrow"
          aria-expanded={false}
          onClick={() => setMayFold(false)}
        >
          {t('mandate.change')}
        </button>
      )}
    </section>
  );
}
