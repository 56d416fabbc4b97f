import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { SeizedKind } from '../../../terms/enums.ts';
import { mostSums, type OutcomeCount } from '../../../terms/outcome-limits.ts';
import { titles } from '../../../terms/titles/titles.ts';
import { titleOf } from '../../messages/title-of.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Choices, Field } from '../../parts/field.tsx';
import { problemAt } from '../../step/problem-at.ts';
import type { Steps } from '../../step/use-step.ts';
import type { MeasureOn } from '../own/measure-on.ts';
import {
  countFields,
  newOutcome,
  newSum,
  newThing,
  type OutcomeDraft,
  type OutcomePlace,
  outcomeInput,
  type SumField,
  type SumLine,
  sumFields,
  type ThingLine,
  wrongInOutcome,
} from './outcome-draft.ts';

const seizedKinds = Object.keys(titles.SeizedKind) as SeizedKind[];
/** Currencies that are proposed; any other of ISO 4217 can be typed. */
const proposed = ['BYN', 'RUB', 'USD', 'EUR', 'CNY', 'PLN', 'UAH', 'KZT'];

/** A list with one of its members changed, or taken out. */
const withAt = <Line,>(lines: readonly Line[], place: number, changed: Partial<Line>): Line[] =>
  lines.map((line, index) => (index === place ? { ...line, ...changed } : line));
const withoutAt = <Line,>(lines: readonly Line[], place: number): Line[] =>
  lines.filter((_, index) => index !== place);

/** The button that adds a line gets the keyboard once one was removed, and with it the button that had it. */
function useAddButton(lines: readonly unknown[]): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(lines.length);
  useEffect(() => {
    if (lines.length < before.current) button.current?.focus();
    before.current = lines.length;
  }, [lines.length]);
  return button;
}

interface LinesProps {
  problemOf: (place: OutcomePlace) => string | undefined;
}

function NumberField(props: {
  label: string;
  value: string;
  problem: string | undefined;
  isMoney?: boolean;
  onChange: (typed: string) => void;
}) {
  const { label, value, problem, isMoney = false, onChange } = props;
  return (
    <Field label={label} problem={problem}>
      {(id, described, isWrong) => (
        <input
          id={id}
          className="number"
          inputMode={isMoney ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={value}
          maxLength={24}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onRemove}>
      ×
    </button>
  );
}

function Things(
  props: LinesProps & { things: readonly ThingLine[]; onChange: (things: ThingLine[]) => void },
) {
  const { things, problemOf, onChange } = props;
  const t = useMessages();
  const add = useAddButton(things);
  return (
    <fieldset className="field lines" data-wide="true">
      <legend>{t('measureOutcome.things')}</legend>
      {things.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div key={place} className="line">
          <Choices
            label={t('measureOutcome.thing')}
            value={line.kind}
            values={seizedKinds}
            empty={t('draft.choose')}
            nameOf={(kind) => titleOf(t, 'SeizedKind', kind)}
            onChoose={(kind) => onChange(withAt(things, place, { kind }))}
            problem={problemOf(`things.${place}.kind`)}
          />
          <NumberField
            label={t('measureOutcome.count')}
            value={line.count}
            problem={problemOf(`things.${place}.count`)}
            onChange={(count) => onChange(withAt(things, place, { count }))}
          />
          <RemoveButton
            label={t('measureOutcome.remove', { place: place + 1 })}
            onRemove={() => onChange(withoutAt(things, place))}
          />
        </div>
      ))}
      {things.length < seizedKinds.length && (
        <button ref={add} type="button" onClick={() => onChange([...things, newThing])}>
          + {t('measureOutcome.addThing')}
        </button>
      )}
    </fieldset>
  );
}

function Sums(
  props: LinesProps & { field: SumField; sums: readonly SumLine[]; onChange: (sums: SumLine[]) => void },
) {
  const { field, sums, problemOf, onChange } = props;
  const t = useMessages();
  const list = useId();
  const add = useAddButton(sums);
  return (
    <fieldset className="field lines" data-wide="true">
      <legend>{t(`measureOutcome.${field}`)}</legend>
      <datalist id={list}>
        {proposed.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
      {sums.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div key={place} className="line">
          <NumberField
            label={t('measureOutcome.amount')}
            value={line.amount}
            problem={problemOf(`${field}.${place}.amount`)}
            isMoney
            onChange={(amount) => onChange(withAt(sums, place, { amount }))}
          />
          <Field label={t('measureOutcome.currency')} problem={problemOf(`${field}.${place}.currency`)}>
            {(id, described, isWrong) => (
              <input
                id={id}
                className="currency"
                list={list}
                value={line.currency}
                maxLength={3}
                autoComplete="off"
                spellCheck={false}
                aria-describedby={described}
                aria-invalid={isWrong}
                onChange={({ target }) =>
                  onChange(withAt(sums, place, { currency: target.value.toUpperCase() }))
                }
              />
            )}
          </Field>
          <RemoveButton
            label={t('measureOutcome.remove', { place: place + 1 })}
            onRemove={() => onChange(withoutAt(sums, place))}
          />
        </div>
      ))}
      {sums.length < mostSums && (
        <button ref={add} type="button" onClick={() => onChange([...sums, newSum])}>
          + {t('measureOutcome.addSum')}
        </button>
      )}
    </fieldset>
  );
}

/** The field of an outcome that a place is in, as the form names it. */
const fieldOf = (place: OutcomePlace): OutcomeCount | SumField | 'things' =>
  place.split('.')[0] as OutcomeCount | SumField | 'things';

/** The form by which a measure is finished: numbers alone. */
export function OutcomeForm({ on, isReady, steps }: { on: MeasureOn; isReady: boolean; steps: Steps }) {
  const t = useMessages();
  const [draft, setDraft] = useState<OutcomeDraft>(newOutcome);
  const wrong = wrongInOutcome(draft);
  const problemOf = (place: OutcomePlace): string | undefined => {
    const problem = problemAt(steps.step, 'finishMeasure', `outcome.${place}`);
    return problem && titleOf(t, 'ProblemCode', problem.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    steps.choose('finishMeasure', { ...on, outcome: outcomeInput(draft) });
  };
  const fields = [...new Set(wrong.map(fieldOf))].map((field) => t(`measureOutcome.${field}`));
  return (
    <form className="request-form outcome-form" onSubmit={submit}>
      <p className="hint wide">{t('measureOutcome.hint')}</p>
      {countFields.map((field) => (
        <NumberField
          key={field}
          label={t(`measureOutcome.${field}`)}
          value={draft.counts[field]}
          problem={problemOf(field)}
          onChange={(typed) =>
            setDraft((before) => ({ ...before, counts: { ...before.counts, [field]: typed } }))
          }
        />
      ))}
      <Things
        things={draft.things}
        problemOf={problemOf}
        onChange={(things) => setDraft((before) => ({ ...before, things }))}
      />
      {sumFields.map((field) => (
        <Sums
          key={field}
          field={field}
          sums={draft.sums[field]}
          problemOf={problemOf}
          onChange={(sums) => setDraft((before) => ({ ...before, sums: { ...before.sums, [field]: sums } }))}
        />
      ))}
      <p className="buttons">
        <button type="submit" className="primary" disabled={!isReady || wrong.length > 0}>
          {t('step.finishMeasure')}
        </button>
        {fields.length > 0 && (
          <span className="hint">{t('measureOutcome.wrong', { fields: fields.join('; ') })}</span>
        )}
      </p>
    </form>
  );
}
