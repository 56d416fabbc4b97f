import type { FieldMap, SelectionMap } from '../document.ts';

/** A field in the schema, and the agency that answers for it. */
export interface Coordinate {
  readonly name: string;
  readonly agency: string | undefined;
}

/** One field that something is known of, ready to be looked up in an answer. */
export interface PlannedField {
  readonly key: string;
  readonly inside: Plan;
  /** Undefined when the field cannot be withheld. */
  coordinateFor: ((type: string | undefined) => Coordinate) | undefined;
}

/** What is to be done with an object of an answer. */
export interface Plan {
  readonly fields: readonly PlannedField[];
  readonly added: readonly string[];
  readonly id: string | undefined;
  readonly typename: string | undefined;
  /** Nothing is known of it: it is left as it is. */
  readonly isIdle: boolean;
}

/** A type that is newer than the document has the same fields as those that it knows. */
function coordinatesBy(
  at: Readonly<Record<string, string | null>>,
): (type: string | undefined) => Coordinate {
  const known = Object.entries(at).map(([name, agency]) => ({ name, agency: agency ?? undefined }));
  const [first = { name: '', agency: undefined }] = known;
  if (known.length <= 1) return () => first;
  const [, field] = first.name.split('.');
  const byType = new Map(known.map((one) => [one.name.split('.')[0], one]));
  return (type) => byType.get(type) ?? (type ? { name: `${type}.${field}`, agency: undefined } : first);
}

function planOfValue({ of = {}, id, typename, added = [] }: Omit<FieldMap, 'at'>): Plan {
  const fields = Object.entries(of).map(([key, field]) => ({
    key,
    inside: planOfValue(field),
    coordinateFor: field.at && coordinatesBy(field.at),
  }));
  return { fields, added, id, typename, isIdle: fields.length === 0 && added.length === 0 };
}

const plans = new WeakMap<SelectionMap, Plan>();

/** The plan of an operation's answer, made when it is first asked. */
export function planOf(of: SelectionMap): Plan {
  const known = plans.get(of);
  if (known) return known;
  const plan = planOfValue({ of });
  plans.set(of, plan);
  return plan;
}
