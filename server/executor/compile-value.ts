import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';
import type { Place } from './nulled-places.ts';
import { type AskedField, type Compiling, isPromise, type Run, type RunFields } from './run.ts';

/** Completes a value that a resolver gave, or throws what is wrong with it. A leaf needs no place. */
export type Complete = (run: Run, value: unknown, place: Place) => unknown;

type InfoAt = (run: Run, path: Exclude<Place, undefined>) => GraphQLResolveInfo;

function completeLeaf(type: GraphQLLeafType): Complete {
  return (_run, value) => {
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) return null;
    const serialized = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(
      `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
    );
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Symbol.iterator in value &&
  typeof value[Symbol.iterator] === 'function';

function completeList(
  compiling: Compiling,
  field: AskedField,
  coordinate: string,
  type: GraphQLList<GraphQLOutputType>,
  infoAt: InfoAt,
): Complete {
  const { ofType } = type;
  const complete = compileValue(compiling, field, ofType, infoAt);
  const isNullable = !isNonNullType(ofType);
  const isOfLeaves = isLeafType(getNullableType(ofType));
  const failed = (run: Run, error: unknown, place: Exclude<Place, undefined>): null => {
    const located = locatedError(error, field.nodes, responsePathAsArray(place));
    if (!isNullable) throw located;
    run.errors.add(located, place);
    return null;
  };
  // Promises are handled in functions of their own: a closure in the way of all other values costs each of them an allocation.
  const completeLater = (run: Run, promised: Promise<unknown>, place: Place): Promise<unknown> =>
    promised.then((settled) => complete(run, settled, place));
  const failedLater = (run: Run, made: Promise<unknown>, place: Exclude<Place, undefined>) =>
    made.then(undefined, (error) => failed(run, error, place));

  const completeItem = (run: Run, item: unknown, key: number, place: Place): unknown => {
    if (isOfLeaves && !isPromise(item)) {
      try {
        return complete(run, item, undefined);
      } catch (error) {
        return failed(run, error, { prev: place, key, typename: undefined });
      }
    }
    const itemPlace = { prev: place, key, typename: undefined };
    try {
      const made = isPromise(item) ? completeLater(run, item, itemPlace) : complete(run, item, itemPlace);
      return isPromise(made) ? failedLater(run, made, itemPlace) : made;
    } catch (error) {
      return failed(run, error, itemPlace);
    }
  };
  return (run, value, place) => {
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) return null;
    if (!isIterable(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${coordinate}".`);
    let isWaiting = false;
    const completed: unknown[] = [];
    try {
      for (const item of value) {
        const made = completeItem(run, item, completed.length, place);
        isWaiting ||= isPromise(made);
        completed.push(made);
      }
    } catch (error) {
      // Items before it that are under way may fail too, and nobody would hear it.
      for (const item of completed) if (isPromise(item)) item.catch(() => undefined);
      throw error;
    }
    return isWaiting ? Promise.all(completed) : completed;
  };
}

function completeObject(
  compiling: Compiling,
  { nodes }: AskedField,
  type: GraphQLObjectType,
  infoOf: (run: Run, place: Place) => GraphQLResolveInfo,
): Complete {
  const { isTypeOf } = type;
  let fields: RunFields | undefined;
  const runFields: RunFields = (run, value, place) => {
    fields ??= compiling.fieldsOf(type, nodes);
    return fields(run, value, place);
  };
  if (!isTypeOf) return runFields;
  const demandType = (value: unknown, isOfType: boolean) => {
    if (!isOfType)
      throw new GraphQLError(`Expected value of type "${type.name}" but got: ${inspect(value)}.`, { nodes });
  };
  return (run, value, place) => {
    const isOfType = isTypeOf(value, run.context, infoOf(run, place));
    if (isPromise(isOfType))
      return isOfType.then((settled) => {
        demandType(value, settled);
        return runFields(run, value, place);
      });
    demandType(value, isOfType as boolean);
    return runFields(run, value, place);
  };
}

function completeAbstract(
  compiling: Compiling,
  field: AskedField,
  coordinate: string,
  type: GraphQLAbstractType,
  infoOf: (run: Run, place: Place) => GraphQLResolveInfo,
): Complete {
  const { schema } = compiling;
  const { nodes } = field;
  const made = new Map<GraphQLObjectType, Complete>();
  const resolveType = type.resolveType ?? defaultTypeResolver;

  function completeAs(found: GraphQLObjectType): Complete {
    const known = made.get(found) ?? completeObject(compiling, field, found, infoOf);
    made.set(found, known);
    return known;
  }
  /** As graphql-js judges a name, in its words. */
  function typeNamed(name: unknown, value: unknown): GraphQLObjectType {
    if (name === null || name === undefined)
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${coordinate}". Either the "${type.name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
        { nodes },
      );
    if (isObjectType(name))
      throw new GraphQLError(
        'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
      );
    if (typeof name !== 'string')
      throw new GraphQLError(
        `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${coordinate}" with value ${inspect(value)}, received "${inspect(name)}".`,
      );
    const found = schema.getType(name);
    if (!found)
      throw new GraphQLError(
        `Abstract type "${type.name}" was resolved to a type "${name}" that does not exist inside the schema.`,
        { nodes },
      );
    if (!isObjectType(found))
      throw new GraphQLError(`Abstract type "${type.name}" was resolved to a non-object type "${name}".`, {
        nodes,
      });
    if (!schema.isSubType(type, found))
      throw new GraphQLError(`Runtime Object type "${name}" is not a possible type for "${type.name}".`, {
        nodes,
      });
    return found;
  }
  return (run, value, place) => {
    const name: unknown = resolveType(value, run.context, infoOf(run, place), type);
    if (isPromise(name))
      return name.then((settled) => completeAs(typeNamed(settled, value))(run, value, place));
    return completeAs(typeNamed(name, value))(run, value, place);
  };
}

/** The place of the field that a value is of, from that of an item of its lists. */
function placeOfField(place: Place): Exclude<Place, undefined> {
  let each = place;
  while (each?.prev && typeof each.key === 'number') each = each.prev;
  return each as Exclude<Place, undefined>;
}

/** Compiles what is made of a value of a type. */
export function compileValue(
  compiling: Compiling,
  field: AskedField,
  type: GraphQLOutputType,
  infoAt: InfoAt,
): Complete {
  const coordinate = `${field.parent.name}.${field.nodes[0]?.name.value}`;
  if (isNonNullType(type)) {
    const complete = compileValue(compiling, field, type.ofType, infoAt);
    return (run, value, place) => {
      const completed = complete(run, value, place);
      if (completed === null) throw new Error(`Cannot return null for non-nullable field ${coordinate}.`);
      return completed;
    };
  }
  if (isLeafType(type)) return completeLeaf(type);
  if (isListType(type)) return completeList(compiling, field, coordinate, type, infoAt);
  const infoOf = (run: Run, place: Place) => infoAt(run, placeOfField(place));
  const complete = isAbstractType(type)
    ? completeAbstract(compiling, field, coordinate, type, infoOf)
    : completeObject(compiling, field, type, infoOf);
  return (run, value, place) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(run, value, place);
  };
}
