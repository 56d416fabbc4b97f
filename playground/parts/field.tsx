import { type ReactNode, useId } from 'react';

/** A field of a form with its label above it; `children` gets the id by which the label names it, and that of the hint. */
export function Field(props: {
  label: string;
  hint?: string | undefined;
  isWide?: boolean;
  children: (id: string, described: string | undefined) => ReactNode;
}) {
  const { label, hint, isWide = false, children } = props;
  const id = useId();
  const described = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="field" data-wide={isWide}>
      <label htmlFor={id}>{label}</label>
      {children(id, described)}
      {hint !== undefined && (
        <p id={described} className="hint">
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
  isWide?: boolean;
}) {
  const { label, value, values, empty, nameOf, onChoose, isWide = false } = props;
  return (
    <Field label={label} isWide={isWide}>
      {(id) => (
        <select
          id={id}
          value={value}
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
  value: string;
  longest?: number;
  isCode?: boolean;
  onChange: (value: string) => void;
}) {
  const { label, hint, value, longest, isCode = false, onChange } = props;
  return (
    <Field label={label} hint={hint}>
      {(id, described) => (
        <input
          id={id}
          className={isCode ? 'mono' : undefined}
          aria-describedby={described}
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
  onChange: (value: string) => void;
}) {
  const { label, hint, value, longest, onChange } = props;
  return (
    <Field label={label} hint={hint} isWide>
      {(id, described) => (
        <textarea
          id={id}
          rows={3}
          value={value}
          maxLength={longest}
          aria-describedby={described}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
