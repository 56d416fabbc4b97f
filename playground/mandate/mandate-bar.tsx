import { type RefObject, useId } from 'react';
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

/** The form of the mandate: it names the parts that are missing, and nothing is sent before they are there. */
export function MandateBar({ takesFocus }: { takesFocus: boolean }) {
  const t = useMessages();
  const title = useId();
  // Here an officer begins who has signed in.
  const first = useFocusFirst<HTMLSelectElement>(takesFocus);
  const reasonField = useId();
  const { mandate, reason, missing, setMandate, setReason, officer } = useDesk();
  const { cases } = officer.viewer;
  const change = (changed: MandateDraft) => setMandate({ ...mandate, ...changed });
  return (
    <section className="mandate" aria-labelledby={title}>
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
      <p className="mandate-state" role="status" data-complete={missing.length === 0}>
        {missing.length === 0
          ? t('mandate.complete')
          : t('mandate.missing', { parts: missing.map((part) => t(`mandate.${part}`)).join(', ') })}
        {missing.includes('case') && cases.length === 0 && ` ${t('mandate.noCases')}`}
      </p>
    </section>
  );
}
