import type { z } from 'zod';
import type { ProblemCode } from '../../../../terms/enums.ts';
import { rangeOf } from '../formats/dates/partial-date.ts';
import { fieldName, isFields } from '../formats/text/clean.ts';
import type { Problem } from '../problem.ts';
import { type Additions, additionsInput } from '../values/dossier-input.ts';
import { isListField, type ListField, type ValueField, valueFields } from '../values/value-kinds.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The content at a place of the input; undefined if there is none. */
const at = (tree: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], tree);

const dotted = (path: Path): string =>
  path.map((key) => (typeof key === 'number' ? key : fieldName(String(key)))).join('.');

const sizes: Readonly<Record<string, ProblemCode>> = { string: 'TOO_LONG', array: 'TOO_MANY' };

function codeOf(issue: Issue, given: unknown): { code: ProblemCode; message: string } {
  const { message } = issue;
  if (issue.code === 'custom') return { code: 'INCONSISTENT', message };
  if (given === undefined) return { code: 'MISSING', message: 'must be given' };
  switch (issue.code) {
    case 'invalid_value':
      return { code: 'UNKNOWN_VALUE', message: `must be one of ${issue.values.map(String).join(', ')}` };
    case 'too_big':
      return { code: sizes[issue.origin] ?? 'OUT_OF_RANGE', message };
    case 'too_small':
      return {
        code: issue.origin === 'string' || issue.origin === 'array' ? 'MISSING' : 'OUT_OF_RANGE',
        message,
      };
    case 'invalid_format':
      if (issue.format !== 'date') return { code: 'MALFORMED', message };
      return typeof given === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(given) && !rangeOf(given)
        ? { code: 'IMPOSSIBLE_DATE', message: 'There is no such day in the calendar.' }
        : { code: 'MALFORMED', message: 'must be a day, YYYY-MM-DD' };
    default:
      return { code: 'MALFORMED', message };
  }
}

/**
 * The parts of an input that do not have the form of the schema. Messages are the schema's, which repeat nothing of the
 * input.
 */
export function structureProblems(tree: unknown, issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue): Problem[] => {
    if (issue.code === 'unrecognized_keys') {
      const message = 'There is no such field: leave it out, or correct its name.';
      return issue.keys.map((key) => ({
        path: dotted([...issue.path, key]),
        code: 'UNKNOWN_FIELD',
        message,
      }));
    }
    return [{ path: dotted(issue.path), ...codeOf(issue, at(tree, issue.path)) }];
  });
}

/** Values of an input that have the form of the schema, whatever is wrong with others of it. */
export interface SoundValues {
  values: Additions;
  /** Path of a value in the input. */
  pathOf: (field: ValueField, index?: number) => string;
}

/** The values that have no issue, so that what is wrong with their content is told in the same answer. */
export function soundValues(tree: unknown, issues: readonly Issue[]): SoundValues | undefined {
  // Of a list, its item: `names.0`; the list itself where it is none, or too long.
  const broken = new Set(
    issues.map(({ path }) => path.slice(0, typeof path[1] === 'number' ? 2 : 1).join('.')),
  );
  const places = new Map<ListField, number[]>();
  const sound: Record<string, unknown> = {};
  if (!isFields(tree)) return undefined;
  for (const field of valueFields) {
    const given = tree[field];
    if (given === undefined || broken.has(field)) continue;
    if (!isListField(field)) sound[field] = given;
    else if (Array.isArray(given)) {
      const kept = given.flatMap((_, index) => (broken.has(`${field}.${index}`) ? [] : [index]));
      places.set(field, kept);
      sound[field] = kept.map((index) => given[index]);
    }
  }
  const { data: values } = additionsInput.safeParse(sound);
  if (!values) return undefined;
  const placeOf = (field: ValueField, index: number) =>
    (isListField(field) ? places.get(field)?.[index] : index) ?? index;
  return {
    values,
    pathOf: (field, index) => (index === undefined ? field : `${field}.${placeOf(field, index)}`),
  };
}
