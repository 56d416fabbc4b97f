import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { fragmentNamed, operationOf } from './absent-answer.ts';

/** What a value must look like: lists as deep as its type has them, of objects with these keys, or of leaves. */
interface Shape {
  lists: number;
  fields: Fields | undefined;
}

type Fields = Map<string, Shape>;

function listsOf(type: GraphQLOutputType): number {
  const nullable = getNullableType(type);
  return isListType(nullable) ? 1 + listsOf(nullable.ofType) : 0;
}

/** Fragments are merged: two fields of one key have one shape in a valid operation, whatever types they stand on. */
function addFields(
  into: Fields,
  set: SelectionSetNode,
  type: GraphQLNamedType | undefined,
  document: DocumentNode,
  schema: GraphQLSchema,
): Fields {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const field =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
      // The root of entity fetches is federation's own and in no supergraph: a list of what the fragments say.
      const lists = selection.name.value === '_entities' ? 1 : field ? listsOf(field.type) : 0;
      const nested = selection.selectionSet;
      const fields = into.get(key)?.fields ?? new Map<string, Shape>();
      if (nested) addFields(fields, nested, field && getNamedType(field.type), document, schema);
      into.set(key, { lists, fields: nested ? fields : undefined });
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentNamed(document, selection.name.value);
    if (!fragment) continue;
    const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
    addFields(into, fragment.selectionSet, condition ?? type, document, schema);
  }
  return into;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fits(value: unknown, lists: number, fields: Fields | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (lists > 0) return Array.isArray(value) && value.every((item) => fits(item, lists - 1, fields));
  if (!fields) return typeof value !== 'object';
  if (!isObject(value)) return false;
  for (const [key, shape] of fields) {
    if (!fits(value[key], shape.lists, shape.fields)) return false;
  }
  return true;
}

/**
 * Tells whether a subgraph's data has lists, objects and leaves where the schema has them. The stock gateway drops the
 * whole answer, the other agency's half too, when it meets text where a list belongs.
 */
export function shapeCheck(
  schema: GraphQLSchema,
): (document: DocumentNode, data: Record<string, unknown>) => boolean {
  const compiled = new WeakMap<DocumentNode, Fields>();
  return (document, data) => {
    let fields = compiled.get(document);
    if (!fields) {
      const operation = operationOf(document);
      const root = operation && schema.getRootType(operation.operation);
      fields = operation
        ? addFields(new Map(), operation.selectionSet, root ?? undefined, document, schema)
        : new Map();
      compiled.set(document, fields);
    }
    return fits(data, 0, fields);
  };
}
