import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, type Variant } from './collect-fields.ts';
import { leafCheck } from './leaf-check.ts';
import { type Data, isData, own, setOwn } from './own.ts';

/** A value that is not what its type says, and is null in the answer. */
export interface Problem {
  message: string;
  path: (string | number)[];
  extensions: { code: 'INVALID_GRAPHQL' };
  /** True for null where there must be a value: whoever did not answer it may have said why. */
  isMissing: boolean;
}

/** One answer that is being completed. */
export interface Completing {
  /** The place at which it is. */
  path: (string | number)[];
  problems: Problem[];
  /** Answers fields of the schema itself. */
  introspect: (fields: readonly FieldNode[]) => unknown;
}

/** Null because of a problem that has been reported. */
export const failed = Symbol('failed');

/** Makes of what was fetched the part of the answer that was asked for: a value, null, or `failed`. */
type Complete = (value: unknown, at: Completing) => unknown;

export interface ShapeParts extends Variant {
  /** Told how many fields have been compiled: an object's are when the first of its type is answered. */
  grown: (fields: number) => void;
}

/** The most that are kept of one answer: a subgraph can answer hundreds of thousands of wrong values, and twenty are told. */
const mostProblems = 1_000;

function report(at: Completing, message: string, key?: string, isMissing = false): typeof failed {
  if (at.problems.length >= mostProblems) return failed;
  const path = key === undefined ? [...at.path] : [...at.path, key];
  at.problems.push({ message, path, extensions: { code: 'INVALID_GRAPHQL' }, isMissing });
  return failed;
}

/** The place of a value as a message names it. */
type Place = (at: Completing) => string;

const fieldPlace =
  (parent: string, key: string): Place =>
  () =>
    `field ${parent}.${key}`;

const itemPlace =
  (type: string): Place =>
  ({ path }) =>
    `array element of type ${type} at index ${path.at(-1)}`;

function compileList(
  itemType: GraphQLOutputType,
  place: Place,
  sets: readonly SelectionSetNode[],
  parts: ShapeParts,
): Complete {
  const isRequired = isNonNullType(itemType);
  const nullable = getNullableType(itemType);
  const placeOfItem = itemPlace(String(nullable));
  const complete = compileValue(nullable, placeOfItem, sets, parts);
  return (value, at) => {
    if (!Array.isArray(value)) return report(at, `Invalid value found for ${place(at)}.`);
    let hasFailed = false;
    const items = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      at.path.push(index);
      const item = value[index];
      const completed = item === null || item === undefined ? null : complete(item, at);
      if (completed === null && isRequired)
        report(at, `Cannot return null for non-nullable ${placeOfItem(at)}.`, undefined, true);
      if (completed === null || completed === failed) {
        hasFailed ||= isRequired;
        items[index] = null;
      } else items[index] = completed;
      at.path.pop();
    }
    return hasFailed ? failed : items;
  };
}

type FieldOf = (value: Data, into: Data, at: Completing) => boolean;

/** @returns a function that sets the field, and tells whether the object can stand */
function compileField(
  key: string,
  nodes: readonly FieldNode[],
  type: GraphQLCompositeType,
  parts: ShapeParts,
): FieldOf {
  const name = nodes[0]?.name.value ?? key;
  if (name === '__schema' || name === '__type')
    return (_value, into, at) => {
      setOwn(into, key, at.introspect(nodes));
      return true;
    };
  const place = fieldPlace(type.name, key);
  if (name === '__typename') {
    if (!isObjectType(type))
      return (_value, _into, at) => {
        report(at, `Invalid __typename found for object at ${place(at)}.`, key);
        return false;
      };
    return (_value, into) => {
      setOwn(into, key, type.name);
      return true;
    };
  }
  const field = 'getFields' in type ? type.getFields()[name] : undefined;
  if (!field) throw new Error(`no field ${type.name}.${name}`);
  const isRequired = isNonNullType(field.type);
  const nullable = getNullableType(field.type);
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const complete = compileValue(nullable, place, sets, parts);
  return (value, into, at) => {
    const given = own(value, key);
    let completed: unknown = null;
    if (given !== null && given !== undefined) {
      at.path.push(key);
      completed = complete(given, at);
      at.path.pop();
    }
    if (completed === null && isRequired)
      completed = report(at, `Cannot return null for non-nullable ${place(at)}.`, key, true);
    if (completed === failed) {
      if (isRequired) return false;
      completed = null;
    }
    setOwn(into, key, completed);
    return true;
  };
}

type CompleteObject = (value: Data, at: Completing) => Data | typeof failed;

/** Compiles what is asked of the objects of one type. */
export function compileObject(
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  parts: ShapeParts,
): CompleteObject {
  const fields = [...collectFields(sets, type, parts)].map(([key, nodes]) =>
    compileField(key, nodes, type, parts),
  );
  parts.grown(fields.length);
  return (value, at) => {
    const answer: Data = {};
    for (const field of fields) if (!field(value, answer, at)) return failed;
    return answer;
  };
}

/** Each type's objects are compiled when the first of them is answered. */
function compileObjects(
  type: GraphQLCompositeType,
  place: Place,
  sets: readonly SelectionSetNode[],
  parts: ShapeParts,
): Complete {
  const { schema } = parts;
  const compiled = new Map<string, CompleteObject>();
  /** The type of an object that says of itself what it is; one that says nothing is of the type of its field. */
  const typeNamed = (name: unknown): GraphQLCompositeType | undefined => {
    const named = typeof name === 'string' ? schema.getType(name) : undefined;
    if (named === type) return type;
    if (!isAbstractType(type) || !(isCompositeType(named) && 'getFields' in named)) return undefined;
    return schema.isSubType(type, named) ? named : undefined;
  };
  return (value, at) => {
    if (!isData(value)) return report(at, `Invalid value found for ${place(at)}.`);
    const name = own(value, '__typename') ?? type.name;
    let complete = typeof name === 'string' ? compiled.get(name) : undefined;
    if (!complete) {
      const named = typeNamed(name);
      if (!named) return report(at, `Invalid __typename found for object at ${place(at)}.`);
      complete = compileObject(named, sets, parts);
      compiled.set(named.name, complete);
    }
    return complete(value, at);
  };
}

/** @param type without its non-null, which whoever holds the value sees to */
function compileValue(
  type: GraphQLOutputType,
  place: Place,
  sets: readonly SelectionSetNode[],
  parts: ShapeParts,
): Complete {
  if (isListType(type)) return compileList(type.ofType, place, sets, parts);
  if (isLeafType(type)) {
    const isValid = leafCheck(type);
    return (value, at) => (isValid(value) ? value : report(at, `Invalid value found for ${place(at)}.`));
  }
  if (isCompositeType(type)) return compileObjects(type, place, sets, parts);
  throw new Error(`unexpected ${type}`);
}
