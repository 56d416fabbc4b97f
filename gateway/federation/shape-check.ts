import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { conditionsIn } from '../execution/conditions.ts';
import type { AgencyTypes } from './agency-types.ts';
import { answerLimits } from './answer-limits.ts';
import { fragmentNamed, operationOf } from './null-entities.ts';

/** The form that a value must have: lists as deep as its type has them, of objects with these keys, or of leaves. */
interface Shape {
  lists: number;
  fields: Fields | undefined;
  /** The type of its objects; undefined for those of entities, which say themselves what they are of. */
  type: string | undefined;
  /** True for the key that names the type of its object. */
  isTypename: boolean;
  /** True where each object has it, whatever its type and the variables. */
  isOfEach: boolean;
  /** True where it is no null then. */
  isRequired: boolean;
  /** True for a leaf of a scalar that is an object of any form. */
  isAnyObject?: boolean;
  /** How many a page of it has at most, where it is one. */
  pageOf?: ((variables: Variables) => number) | undefined;
  /** True for a list of what such a page has. */
  isOfPage: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

/** The scalars whose values are objects. */
const objectScalars: readonly string[] = ['CloudEvent'];

type Fields = Map<string, Shape>;

function listsOf(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsOf(nullable.ofType) : 0;
}

/** Tells whether each object of a type is of another one. */
const isAlso = (
  type: GraphQLNamedType | undefined,
  other: GraphQLNamedType,
  schema: GraphQLSchema,
): boolean =>
  type === other || (isInterfaceType(other) && isObjectType(type) && schema.isSubType(other, type));

/** How many a page of a field has at most: what is asked for, else what the schema says. */
function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): Shape['pageOf'] {
  const usual = field?.args.find(({ name }) => name === 'first')?.defaultValue;
  if (typeof usual !== 'number') return undefined;
  const asked = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (asked?.kind === Kind.INT) return () => Number(asked.value);
  if (asked?.kind !== Kind.VARIABLE) return () => usual;
  return (variables) => Number(variables[asked.name.value] ?? usual);
}

/** Two fields of one key may be pages of different lengths where no object has both. */
function longerOf(one: Shape['pageOf'], other: Shape['pageOf']): Shape['pageOf'] {
  return one && other ? (variables) => Math.max(one(variables), other(variables)) : (one ?? other);
}

/**
 * The fields of an object that is asked for twice under one key.
 * @param isOneEach true where the first selection is of each object at this place; otherwise an object may have the other's fields alone
 */
function together(one: Fields, other: Fields, isOneEach: boolean, isOtherEach: boolean): Fields {
  const fields: Fields = new Map([...one, ...other]);
  for (const [key, shape] of fields) {
    const [first, second] = [one.get(key), other.get(key)];
    const isOfBoth = first?.isOfEach === true && second?.isOfEach === true;
    const isOfEach =
      isOfBoth || (first?.isOfEach === true && isOneEach) || (second?.isOfEach === true && isOtherEach);
    const isNeverNull = first?.isRequired === true || second?.isRequired === true;
    const nested =
      first?.fields && second?.fields
        ? together(first.fields, second.fields, isOneEach && first.isOfEach, isOtherEach && second.isOfEach)
        : shape.fields;
    fields.set(key, {
      ...shape,
      fields: nested,
      isOfEach,
      isRequired: isOfEach && isNeverNull,
      pageOf: longerOf(first?.pageOf, second?.pageOf),
    });
  }
  return fields;
}

/** A document, and which of its parts are asked for by its variables. */
interface Compiling {
  document: DocumentNode;
  schema: GraphQLSchema;
  isTrue: (variable: string) => boolean;
}

/** Tells whether a part is asked for, as it is skipped or included. */
const isAskedFor = ({ directives = [] }: SelectionNode, { isTrue }: Compiling): boolean =>
  directives.every(({ name, arguments: [condition] = [] }) => {
    if (!condition || (name.value !== 'skip' && name.value !== 'include')) return true;
    const { value } = condition;
    const holds =
      value.kind === Kind.VARIABLE ? isTrue(value.name.value) : Reflect.get(value, 'value') === true;
    return holds === (name.value === 'include');
  });

/** Fragments are merged: two fields of one key have one shape in a valid operation, whatever types they stand on. */
function addFields(
  into: Fields,
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  compiling: Compiling,
  isOfEach = true,
): Fields {
  const { document, schema } = compiling;
  for (const selection of set.selections) {
    if (!isAskedFor(selection, compiling)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      // The root of entity fetches is federation's own and in no supergraph: a list of what the fragments say.
      const lists = selection.name.value === '_entities' ? 1 : field ? listsOf(field.type) : 0;
      const nested = selection.selectionSet;
      const known = into.get(key);
      const fields = nested && addFields(new Map(), nested, field && getNamedType(field.type), compiling);
      into.set(key, {
        lists,
        fields: known?.fields && fields ? together(known.fields, fields, known.isOfEach, isOfEach) : fields,
        type: nested && field && getNamedType(field.type).name,
        isTypename: selection.name.value === '__typename',
        isOfEach: known?.isOfEach || isOfEach,
        isRequired: known?.isRequired || (isOfEach && field !== undefined && isNonNullType(field.type)),
        ...(field && objectScalars.includes(getNamedType(field.type).name) && { isAnyObject: true }),
        pageOf: longerOf(known?.pageOf, pageOf(selection, field)),
        isOfPage: ['nodes', 'edges'].includes(selection.name.value),
      });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentNamed(document, selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const isOfAll = !condition || isAlso(type, condition, schema);
    addFields(into, fragment.selectionSet, condition ?? type, compiling, isOfEach && isOfAll);
  }
  return into;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The agency that has answered, and the variables and the entities that it was asked with. */
export interface Answering {
  agency: string;
  variables: Variables;
  representations: readonly { __typename?: string }[] | undefined;
}

/** One check of an answer. */
interface Check {
  variables: Variables;
  possible: (type: string) => ReadonlySet<string>;
  /** The fields that may still be absent: an object without any of its fields is short, and is made whole with a null for each. */
  absent: number;
  /** Those that may still be missing where each object has one. */
  missing: number;
}

/**
 * Tells whether data is as its fields have it, and each object of a type that it may be of. One with any other field is not: what a fetch has not
 * asked for, but for its type, is another agency's to say.
 * @param most items of its list, where there is a bound
 */
function fits(
  value: unknown,
  lists: number,
  shape: Pick<Shape, 'fields' | 'type' | 'isAnyObject' | 'pageOf'>,
  check: Check,
  most = Number.POSITIVE_INFINITY,
): boolean {
  if (value === null || value === undefined) return true;
  if (lists > 0)
    return (
      Array.isArray(value) &&
      value.length <= most &&
      value.every((item) => fits(item, lists - 1, shape, check))
    );
  const { fields, type } = shape;
  if (!fields) return shape.isAnyObject ? isObject(value) : typeof value !== 'object';
  if (!isObject(value)) return false;
  const ofPage = shape.pageOf?.(check.variables);
  let asked = 0;
  for (const [key, each] of fields) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    if (found !== undefined) asked += 1;
    else check.absent -= 1;
    if (found === undefined ? each.isOfEach : found === null && each.isRequired) check.missing -= 1;
    if (check.missing < 0 || check.absent < 0) return false;
    if (!fits(found, each.lists, each, check, each.isOfPage ? ofPage : undefined)) return false;
    if (each.isTypename && !isPossible(found, type, check)) return false;
  }
  const isTyped = !fields.has('__typename') && Object.hasOwn(value, '__typename');
  if (isTyped && !isPossible(value.__typename, type, check)) return false;
  return Object.keys(value).length === asked + (isTyped ? 1 : 0);
}

/** Tells whether an object may be of the type that it says; whether one of an entity may is asked of all of them. */
const isPossible = (typename: unknown, type: string | undefined, { possible }: Check): boolean =>
  !type || typeof typename !== 'string' || possible(type).has(typename);

/** Each entity is of the type that was asked about. */
const areAsAsked = (entities: unknown, representations: Answering['representations'] = []): boolean =>
  !Array.isArray(entities) ||
  entities.every((entity, index) => {
    const typename = isObject(entity) ? entity.__typename : undefined;
    return typename === undefined || typename === null || typename === representations[index]?.__typename;
  });

/** Ways of skipping and including parts of one document that are kept compiled. */
const mostWays = 8;

/** The fields of a document, by what its variables skip and include. */
class FieldsOfDocument {
  readonly root: GraphQLObjectType | undefined;
  readonly #document: DocumentNode;
  readonly #schema: GraphQLSchema;
  readonly #conditions: readonly string[];
  readonly #defaults: Variables;
  readonly #ways = new Map<string, Fields>();

  constructor(document: DocumentNode, schema: GraphQLSchema) {
    const operation = operationOf(document);
    this.root = (operation && schema.getRootType(operation.operation)) ?? undefined;
    this.#document = document;
    this.#schema = schema;
    this.#conditions = conditionsIn(document);
    this.#defaults = Object.fromEntries(
      (operation?.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
        defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
      ),
    );
  }

  /** The variables with which the agency answers, those that were left out among them. */
  withDefaults(variables: Variables): Variables {
    return { ...this.#defaults, ...variables };
  }

  asked(variables: Variables): Fields {
    const way = this.#conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const known = this.#ways.get(way);
    if (known) return known;
    const set = operationOf(this.#document)?.selectionSet;
    const isTrue = (name: string) => variables[name] === true;
    const compiling = { document: this.#document, schema: this.#schema, isTrue };
    const fields = set ? addFields(new Map(), set, this.root, compiling) : new Map();
    const [oldest] = this.#ways.keys();
    if (this.#ways.size >= mostWays && oldest !== undefined) this.#ways.delete(oldest);
    this.#ways.set(way, fields);
    return fields;
  }
}

export type ShapeCheck = (
  document: DocumentNode,
  data: Record<string, unknown>,
  answering: Answering,
) => boolean;

/**
 * Tells whether a subgraph's data has lists, objects and leaves where the schema has them, none but its own types, and no field that it was not
 * asked for. An answer of another form is that of a broken agency, and none of it is used; nor of one that answers in the other's name, or lacks
 * many of the fields that it was asked for.
 */
export function shapeCheck(schema: GraphQLSchema, types: Pick<AgencyTypes, 'possible'>): ShapeCheck {
  const compiled = new WeakMap<DocumentNode, FieldsOfDocument>();
  return (document, data, { agency, representations, variables: given }) => {
    const known = compiled.get(document) ?? new FieldsOfDocument(document, schema);
    compiled.set(document, known);
    const variables = known.withDefaults(given);
    const { absent, missing } = answerLimits;
    const check = { variables, possible: (type: string) => types.possible(agency, type), absent, missing };
    if (!fits(data, 0, { fields: known.asked(variables), type: known.root?.name }, check)) return false;
    return representations === undefined || areAsAsked(data._entities, representations);
  };
}
