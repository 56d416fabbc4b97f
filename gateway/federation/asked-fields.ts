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
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { isIncluded } from '../execution/collect-fields.ts';
import { conditionsIn } from '../execution/conditions.ts';
import { fragmentNamed, operationOf } from './null-entities.ts';

/** The form that a value must have: lists as deep as its type has them, of objects with these keys, or of leaves. */
export interface Shape {
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
  /** True for the list of a page, which is bounded by its length. */
  isOfPage: boolean;
}

export type Variables = Readonly<Record<string, unknown>>;

/** The scalars whose values are objects. */
const objectScalars: readonly string[] = ['CloudEvent'];

export type Fields = Map<string, Shape>;

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
    if (!isIncluded(selection, compiling.isTrue)) continue;
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

/** Ways of skipping and including parts of one document that are kept compiled. */
const mostWays = 8;

/** The fields of a document, by what its variables skip and include. */
export class FieldsOfDocument {
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

  /** The fields that are asked for with these variables. */
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
