import { isFields } from '../../records/formats/text/clean.ts';
import type { Problem } from '../../records/problem.ts';
import { kindOf, type ValueField, valueFields } from '../../records/values/value-kinds.ts';

/** The field of a `@oneOf` input for a value of this kind: `cashOutPoint` for CASH_OUT_POINT. */
export const memberOf = (kind: string): string =>
  kind.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The kind that each member is of, for every field whose values are of several kinds. */
const kindsByMember: ReadonlyMap<ValueField, ReadonlyMap<string, string>> = new Map(
  valueFields.flatMap((field) => {
    const { partsByKind } = kindOf(field);
    return partsByKind
      ? [[field, new Map(Object.keys(partsByKind).map((kind) => [memberOf(kind), kind]))]]
      : [];
  }),
);

/** Values as the records take them, and the way back to the input for what is wrong with them. */
interface ReadMembers {
  values: unknown;
  /** The problems, by paths of the input as it was given: `instruments.0.card.cardLast4`. */
  asGiven(problems: readonly Problem[]): Problem[];
}

/**
 * Reads values as the API takes them, where `{ card: { … } }` stands for a value of kind CARD. A value is recorded, and imported,
 * with its kind beside its parts.
 */
export function readMembers(input: unknown): ReadMembers {
  if (!isFields(input)) return { values: input, asGiven: (problems) => [...problems] };
  const members = new Map<string, string>();
  const values: Record<string, unknown> = { ...input };
  for (const [field, kinds] of kindsByMember) {
    const given = input[field];
    if (!Array.isArray(given)) continue;
    values[field] = given.map((item: object, index) => {
      const [[member, parts] = ['', undefined]] = Object.entries(item);
      members.set(`${field}.${index}`, member);
      return { kind: kinds.get(member), ...parts };
    });
  }
  const pathGiven = (path: string): string => {
    const [field, index, ...rest] = path.split('.');
    const place = `${field}.${index}`;
    const member = members.get(place);
    return member === undefined ? path : [place, member, ...rest].join('.');
  };
  return {
    values,
    asGiven: (problems) => problems.map((problem) => ({ ...problem, path: pathGiven(problem.path) })),
  };
}
