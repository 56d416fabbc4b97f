import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { FieldMap, SelectionMap } from '../document.ts';
import { isDossierType } from './identified.ts';
import { withholdableBy } from './withholdable.ts';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** One field of an answer, as each type that its parent can be has it. */
interface Asked {
  on: GraphQLObjectType;
  node: FieldNode;
}

/** Fields by the keys that they have in the answer. */
type AskedFields = Map<string, Asked[]>;

export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

const typesOf = (schema: GraphQLSchema, name: string): readonly GraphQLObjectType[] => {
  const type = schema.getType(name);
  if (isObjectType(type)) return [type];
  return type && isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};

/** Fields of a document by what they mean, with the fields that were added to it. */
export interface Source {
  schema: GraphQLSchema;
  fragments: Fragments;
  added: ReadonlySet<FieldNode>;
}

function collect(
  source: Source,
  on: GraphQLObjectType,
  set: SelectionSetNode,
  into: AskedFields,
): AskedFields {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      into.set(key, [...(into.get(key) ?? []), { on, node: selection }]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? source.fragments.get(selection.name.value) : selection;
    const condition = fragment?.typeCondition?.name.value;
    if (fragment && (condition === undefined || typesOf(source.schema, condition).includes(on)))
      collect(source, on, fragment.selectionSet, into);
  }
  return into;
}

function coordinatesOf(asked: readonly Asked[]): Record<string, string | null> {
  const at: Record<string, string | null> = {};
  for (const { on, node } of asked) {
    const agency = withholdableBy(on, node.name.value);
    if (agency !== undefined) at[`${on.name}.${node.name.value}`] = agency;
  }
  return at;
}

const keyOf = (fields: AskedFields, name: string): string | undefined =>
  [...fields].find(([, asked]) => asked.every(({ node }) => node.name.value === name))?.[0];

function valueMap(source: Source, asked: readonly Asked[]): Omit<FieldMap, 'at'> {
  const inside: AskedFields = new Map();
  const types = new Set<GraphQLObjectType>();
  for (const { on, node } of asked) {
    const declared = on.getFields()[node.name.value];
    const named = declared && getNamedType(declared.type);
    if (!named || !isCompositeType(named) || !node.selectionSet) continue;
    for (const type of typesOf(source.schema, named.name)) {
      types.add(type);
      collect(source, type, node.selectionSet, inside);
    }
  }
  const of = selectionMap(source, inside);
  const id = [...types].some(isDossierType) ? keyOf(inside, 'id') : undefined;
  const typename = types.size > 1 ? keyOf(inside, '__typename') : undefined;
  const added = [...inside]
    .filter(([, fields]) => fields.every(({ node }) => source.added.has(node)))
    .map(([key]) => key);
  return {
    ...(Object.keys(of).length > 0 && { of }),
    ...(id !== undefined && { id }),
    ...(typename !== undefined && { typename }),
    ...(added.length > 0 && { added }),
  };
}

function selectionMap(source: Source, fields: AskedFields): SelectionMap {
  const map: Record<string, FieldMap> = {};
  for (const [key, asked] of fields) {
    const at = coordinatesOf(asked);
    const value = valueMap(source, asked);
    const field = { ...(Object.keys(at).length > 0 && { at }), ...value };
    if (Object.keys(field).length > 0) map[key] = field;
  }
  return map;
}

/** What is known of the fields of a selection on a type, before it is asked. */
export function selectionMapOf(source: Source, type: string, set: SelectionSetNode): SelectionMap {
  const fields: AskedFields = new Map();
  for (const on of typesOf(source.schema, type)) collect(source, on, set, fields);
  return selectionMap(source, fields);
}
