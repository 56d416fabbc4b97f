import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { AgencyTypes } from './agency-types.ts';
import { answerLimits } from './answer-limits.ts';
import { FieldsOfDocument, type Shape, type Variables } from './asked-fields.ts';

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
