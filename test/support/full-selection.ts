import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** The key by which the gateway asks an owner for a node, which no caller can ask; what an edge leads to has the same name. */
const isKey = ({ name, type }: GraphQLField<unknown, unknown>): boolean =>
  name === 'node' && isLeafType(getNamedType(type));

/** Every field of a type and of what it leads to, except that a dossier leads no further to dossiers than to their names. */
export function fullSelection(
  schema: GraphQLSchema,
  typeName: string,
  leaveOut: readonly string[] = [],
): string {
  const type = schema.getType(typeName);
  if (isInterfaceType(type)) {
    if (type.name === 'Dossier') return '{ id names { full } }';
    const each = schema
      .getPossibleTypes(type)
      .map(({ name }) => `... on ${name} ${fullSelection(schema, name, leaveOut)}`);
    return `{ ${each.join(' ')} }`;
  }
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields())
    .filter((field) => field.name !== 'suspect' && !isKey(field) && !leaveOut.includes(field.name))
    .map((field) => `${field.name} ${fullSelection(schema, getNamedType(field.type).name, leaveOut)}`);
  return `{ ${fields.join(' ')} }`;
}
