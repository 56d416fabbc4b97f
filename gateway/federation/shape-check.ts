import {
  type DocumentNode,
  type GraphQLNamedType,
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
} from 'graphql';
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
}

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
    fields.set(key, { ...shape, fields: nested, isOfEach, isRequired: isOfEach && isNeverNull });
  }
  return fields;
}

/** Fragments are merged: two fields of one key have one shape in a valid operation, whatever types they stand on. */
function addFields(
  into: Fields,
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  document: DocumentNode,
  schema: GraphQLSchema,
  isOfEach = true,
): Fields {
  const isAlways = ({ directives = [] }: SelectionNode) => isOfEach && directives.length === 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      // The root of entity fetches is federation's own and in no supergraph: a list of what the fragments say.
      const lists = selection.name.value === '_entities' ? 1 : field ? listsOf(field.type) : 0;
      const nested = selection.selectionSet;
      const known = into.get(key);
      const fields =
        nested && addFields(new Map(), nested, field && getNamedType(field.type), document, schema);
      into.set(key, {
        lists,
        fields:
          known?.fields && fields
            ? together(known.fields, fields, known.isOfEach, isAlways(selection))
            : fields,
        type: nested && field && getNamedType(field.type).name,
        isTypename: selection.name.value === '__typename',
        isOfEach: known?.isOfEach || isAlways(selection),
        isRequired:
          known?.isRequired || (isAlways(selection) && field !== undefined && isNonNullType(field.type)),
        ...(field && objectScalars.includes(getNamedType(field.type).name) && { isAnyObject: true }),
      });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentNamed(document, selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    const isOfAll = !condition || isAlso(type, condition, schema);
    addFields(
      into,
      fragment.selectionSet,
      condition ?? type,
      document,
      schema,
      isAlways(selection) && isOfAll,
    );
  }
  return into;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The agency that has answered, and the entities that it was asked about. */
export interface Answering {
  agency: string;
  representations: readonly { __typename?: string }[] | undefined;
}

/** One check of an answer. */
interface Check {
  possible: (type: string) => ReadonlySet<string>;
  /** The fields that may still be absent: an object without any of its fields is short, and is made whole with a null for each. */
  absent: number;
  /** Those that may still be missing where each object has one. */
  missing: number;
}

/**
 * Tells whether data is as its fields have it, and each object of a type that it may be of. One with any other field is not: what a fetch has not
 * asked for, but for its type, is another agency's to say.
 */
function fits(
  value: unknown,
  lists: number,
  shape: Pick<Shape, 'fields' | 'type' | 'isAnyObject'>,
  check: Check,
): boolean {
  if (value === null || value === undefined) return true;
  if (lists > 0) return Array.isArray(value) && value.every((item) => fits(item, lists - 1, shape, check));
  const { fields, type } = shape;
  if (!fields) return shape.isAnyObject ? isObject(value) : typeof value !== 'object';
  if (!isObject(value)) return false;
  let asked = 0;
  for (const [key, each] of fields) {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    if (found !== undefined) asked += 1;
    else check.absent -= 1;
    if (found === undefined ? each.isOfEach : found === null && each.isRequired) check.missing -= 1;
    if (check.missing < 0 || check.absent < 0 || !fits(found, each.lists, each, check)) return false;
    if (each.isTypename && type && typeof found === 'string' && !check.possible(type).has(found))
      return false;
  }
  const isTyped = !fields.has('__typename') && Object.hasOwn(value, '__typename');
  return Object.keys(value).length === asked + (isTyped ? 1 : 0);
}

/** Each entity is of the type that was asked about. */
const areAsAsked = (entities: unknown, representations: Answering['representations'] = []): boolean =>
  !Array.isArray(entities) ||
  entities.every((entity, index) => {
    const typename = isObject(entity) ? entity.__typename : undefined;
    return typename === undefined || typename === null || typename === representations[index]?.__typename;
  });

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
  const compiled = new WeakMap<DocumentNode, Fields>();
  return (document, data, { agency, representations }) => {
    let fields = compiled.get(document);
    const operation = operationOf(document);
    const root = operation && schema.getRootType(operation.operation);
    if (!fields) {
      fields = operation
        ? addFields(new Map(), operation.selectionSet, root ?? undefined, document, schema)
        : new Map();
      compiled.set(document, fields);
    }
    const { absent, missing } = answerLimits;
    const check = { possible: (type: string) => types.possible(agency, type), absent, missing };
    if (!fits(data, 0, { fields, type: root?.name }, check)) return false;
    return representations === undefined || areAsAsked(data._entities, representations);
  };
}
