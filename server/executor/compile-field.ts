import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  locatedError,
  responsePathAsArray,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { compileValue } from './compile-value.ts';
import type { Place } from './nulled-places.ts';
import { type AskedField, type Compiling, isPromise, type Run } from './run.ts';

/** Answers one field of an object, or notes why it is null. */
export type RunField = (run: Run, source: unknown, above: Place) => unknown;

/** A place below the answer itself. */
type Below = Exclude<Place, undefined>;

type Resolve = (run: Run, source: unknown, place: Below) => unknown;

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const isRoot = schema.getQueryType() === parent;
  if (isRoot && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (isRoot && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return parent.getFields()[name];
}

const isObjectLike = (value: unknown): value is Record<string, unknown> =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** Compiles a field; undefined for one that its type does not have, which is no part of the answer. */
export function compileField(compiling: Compiling, field: AskedField): RunField | undefined {
  const { schema, operation, fragments } = compiling;
  const { parent, key, nodes } = field;
  const [node] = nodes;
  const definition = node && definitionOf(schema, parent, node.name.value);
  if (!node || !definition) return undefined;
  const { name: typename } = parent;
  if (definition === TypeNameMetaFieldDef) return () => typename;
  const { name, type, args } = definition;
  const isNullable = !isNonNullType(type);

  const placeUnder = (above: Place): Below => ({ prev: above, key, typename });
  const infoAt = ({ variables }: Run, path: Below): GraphQLResolveInfo => ({
    fieldName: name,
    fieldNodes: nodes,
    returnType: type,
    parentType: parent,
    path,
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: variables,
  });
  const argumentsOf =
    args.length === 0 ? () => ({}) : ({ variables }: Run) => getArgumentValues(definition, node, variables);
  const complete = compileValue(compiling, field, type, infoAt);

  function failed(run: Run, error: unknown, place: Below): null {
    const located = locatedError(error, nodes, responsePathAsArray(place));
    if (!isNullable) throw located;
    run.errors.add(located, place);
    return null;
  }

  const own = definition.resolve === defaultFieldResolver ? undefined : definition.resolve;
  const resolve: Resolve = own
    ? (run, source, place) => own(source, argumentsOf(run), run.context, infoAt(run, place))
    : (run, source, place) => {
        const given = argumentsOf(run);
        if (!isObjectLike(source)) return undefined;
        const property = source[name];
        return typeof property === 'function'
          ? property.call(source, given, run.context, infoAt(run, place))
          : property;
      };

  // Promises are handled in functions of their own: a closure in the way of all other values costs each of them an allocation.
  const completeLater = (run: Run, promised: Promise<unknown>, place: Below): Promise<unknown> =>
    promised.then((settled) => complete(run, settled, place));
  const failedLater = (run: Run, completed: Promise<unknown>, place: Below): Promise<unknown> =>
    completed.then(undefined, (error) => failed(run, error, place));

  /** Completes what a field was resolved to. */
  const finish = (run: Run, value: unknown, place: Below): unknown => {
    const completed = isPromise(value) ? completeLater(run, value, place) : complete(run, value, place);
    return isPromise(completed) ? failedLater(run, completed, place) : completed;
  };
  const runField: RunField = (run, source, above) => {
    const place = placeUnder(above);
    try {
      return finish(run, resolve(run, source, place), place);
    } catch (error) {
      return failed(run, error, place);
    }
  };
  const isPlain = !own && args.length === 0 && isLeafType(getNullableType(type));
  if (!isPlain) return runField;

  /** Most fields of an answer: a leaf that is there, of which no place need be made. It is read once, since a getter may begin something. */
  return (run, source, above) => {
    let place: Below | undefined;
    try {
      const value = isObjectLike(source) ? source[name] : undefined;
      const isFunction = typeof value === 'function';
      if (!isFunction && !isPromise(value)) return complete(run, value, undefined);
      place = placeUnder(above);
      return finish(run, isFunction ? value.call(source, {}, run.context, infoAt(run, place)) : value, place);
    } catch (error) {
      return failed(run, error, place ?? placeUnder(above));
    }
  };
}
