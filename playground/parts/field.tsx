import { type ReactNode, useId } from 'react';

/**
 * A field of a form with its label above it; `children` gets the id by which the label names it, those of the hint and the problem, and whether there is a
 * problem.
 */
export function Field(props: {
  label: string;
  hint?: string | undefined;
  /** What the agency found wrong here. */
  problem?: string | undefined;
  isWide?: boolean;
  children: (id: string, described: string | undefined, isWrong: boolean) => ReactNode;
}) {
  const { label, hint, problem, isWide = false, children } = props;
  const id = useId();
  const told = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  const described = told.length > 0 ? told.join(' ') : undefined;
  return (
    <div className="field" data-wide={isWide}>
      <label htmlFor={id}>{label}</label>
      {children(id, described, problem !== undefined)}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A choice out of a closed list. */
export function Choices<Value extends string>(props: {
  label: string;
  value: Value | '';
  values: readonly Value[];
  /** The text of no choice, where there may be none. */
  empty?: string;
  nameOf: (value: Value) => string;
  onChoose: (value: Value | '') => void;
  hint?: string | undefined;
  problem?: string | undefined;
  isWide?: boolean;
  isDisabled?: boolean;
}) {
  const { label, value, values, empty, nameOf, onChoose, hint, problem, isWide, isDisabled } = props;
  return (
    <Field label={label} hint={hint} problem={problem} isWide={isWide ?? false}>
      {(id, described, isWrong) => (
        <select
          id={id}
          value={value}
          disabled={isDisabled}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={({ target }) => onChoose(values.find((each) => each === target.value) ?? '')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {values.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A line that no dictionary has, such as an id or the name of an officer. */
export function Line(props: {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: string;
  longest?: number;
  isCode?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, hint, problem, value, longest, isCode = false, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <input
          id={id}
          className={isCode ? 'mono' : undefined}
          aria-describedby={described}
          aria-invalid={isWrong}
          value={value}
          maxLength={longest}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

/** Words that others read, such as the other agency. */
export function Words(props: {
  label: string;
  hint: string;
  value: string;
  longest: number;
  problem?: string | undefined;
  onChange: (value: string) => void;
}) {
  const { label, hint, value, longest, problem, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem} isWide>
      {(id, described, isWrong) => (
        <textarea
          id={id}
          rows={3}
          value={value}
          maxLength={longest}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
