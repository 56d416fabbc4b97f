import type { Days } from '../../measures/calendar/measure-day.ts';
import { Field } from '../../parts/field.tsx';

/** A day of the calendar, among those that can be chosen. */
export function DayField(props: {
  label: string;
  hint?: string;
  value: string;
  among?: Partial<Days>;
  problem?: string | undefined;
  onChange: (day: string) => void;
}) {
  const { label, hint, value, among, problem, onChange } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <input
          id={id}
          type="date"
          value={value}
          min={among?.from}
          max={among?.until}
          aria-describedby={described}
          aria-invalid={isWrong}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
