import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** A field of an answer, under its key: what it is called in the schema, and in which object types. */
export interface SelectedField {
  name: string;
  /** Names of the object types that the parent can be of. */
  types: Set<string>;
  nodes: FieldNode[];
}

const objectTypes = (schema: GraphQLSchema, type: GraphQLNamedType | undefined): string[] => {
  if (isObjectType(type)) return [type.name];
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
};

/**
 * The fields that are selected of an object, by the key of the answer, through fragments too.
 * @param types names of the object types that it can be of
 */
export function selectedFields(
  schema: GraphQLSchema,
  fragments: Fragments,
  sets: readonly SelectionSetNode[],
  types: readonly string[],
): Map<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const add = (set: SelectionSetNode, possible: readonly string[], within: readonly string[]): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const field = fields.get(key) ?? { name: node.name.value, types: new Set(), nodes: [] };
        for (const type of possible) field.types.add(type);
        field.nodes.push(node);
        fields.set(key, field);
        continue;
      }
      const name = node.kind === Kind.FRAGMENT_SPREAD ? node.name.value : '';
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(name) : node;
      if (!fragment || within.includes(name)) continue;
      const condition = fragment.typeCondition?.name.value;
      const allowed = condition === undefined ? possible : objectTypes(schema, schema.getType(condition));
      const both = possible.filter((type) => allowed.includes(type));
      if (both.length > 0) add(fragment.selectionSet, both, name ? [...within, name] : within);
    }
  };
  for (const set of sets) add(set, types, []);
  return fields;
}

/** Names of the object types that the values of a field can be of. */
export const typesOfField = (
  schema: GraphQLSchema,
  field: SelectedField,
  named: (of: string, name: string) => GraphQLNamedType | undefined,
): string[] => [...new Set([...field.types].flatMap((type) => objectTypes(schema, named(type, field.name))))];
