import type { FieldMap, SelectionMap } from '../document/operation-map.ts';

/** A field in the schema, and the agency that answers for it. */
export interface Coordinate {
  readonly name: string;
  readonly agency: string | undefined;
}

/** A list that may lack entries. */
export interface PartlyList {
  readonly coordinate: string;
  /** The input type whose fields receipts name beside the list. */
  readonly input: string | undefined;
}

/** One field that something is known of, ready to be looked up in an answer. */
export interface PlannedField {
  readonly key: string;
  /** True when every object already has the key, from its prototype. */
  readonly isInherited: boolean;
  readonly inside: Plan;
  /** Undefined when the field can neither be withheld nor lack entries. */
  readonly coordinatesFor: ((type: string | undefined) => readonly Coordinate[]) | undefined;
  readonly partly: readonly PartlyList[] | undefined;
}

/** The work to be done on an object of an answer. */
export interface Plan {
  readonly fields: readonly PlannedField[];
  readonly added: readonly string[];
  /** The key of the id, for a dossier or a request for information. */
  readonly id: string | undefined;
  readonly typename: string | undefined;
  /** True when nothing is known about it, so it is left as it is. */
  readonly isIdle: boolean;
}

/** The plan of an answer, and the coordinates of the nulls that it tells. */
export interface AnswerPlan {
  readonly root: Plan;
  readonly coordinates: ReadonlySet<string>;
}

/**
 * The coordinates that a field can have. Where the type of its parent is not known it can be any of them; a type that is
 * newer than the document has the same fields as those that it knows.
 */
function coordinatesBy(
  at: Readonly<Record<string, string | null>>,
): (type: string | undefined) => readonly Coordinate[] {
  const known = Object.entries(at).map(([name, agency]) => ({ name, agency: agency ?? undefined }));
  if (known.length <= 1) return () => known;
  const [, field] = known[0]?.name.split('.') ?? [];
  const byType = new Map(known.map((one) => [one.name.split('.')[0], [one]]));
  return (type) =>
    type === undefined ? known : (byType.get(type) ?? [{ name: `${type}.${field}`, agency: undefined }]);
}

function coordinatesOf({ at, partly }: FieldMap): PlannedField['coordinatesFor'] {
  if (at) return coordinatesBy(at);
  return partly && coordinatesBy(Object.fromEntries(Object.keys(partly).map((name) => [name, null])));
}

const listsOf = (partly: Readonly<Record<string, string | null>>): PartlyList[] =>
  Object.entries(partly).map(([coordinate, input]) => ({ coordinate, input: input ?? undefined }));

function planOfValue(
  { of = {}, id, typename, added = [] }: Omit<FieldMap, 'at'>,
  coordinates: Set<string>,
): Plan {
  const fields = Object.entries(of).map(([key, field]): PlannedField => {
    for (const name of Object.keys(field.at ?? {})) coordinates.add(name);
    return {
      key,
      isInherited: key in Object.prototype,
      inside: planOfValue(field, coordinates),
      coordinatesFor: coordinatesOf(field),
      partly: field.partly && listsOf(field.partly),
    };
  });
  return { fields, added, id, typename, isIdle: fields.length === 0 && added.length === 0 };
}

const plans = new WeakMap<SelectionMap, AnswerPlan>();

/** The plan of an operation's answer, made when it is first asked. */
export function planOf(of: SelectionMap): AnswerPlan {
  const known = plans.get(of);
  if (known) return known;
  const coordinates = new Set<string>();
  const plan = { root: planOfValue({ of }, coordinates), coordinates };
  plans.set(of, plan);
  return plan;
}
