import { type GraphQLSchema, getNamedType, isInterfaceType, isObjectType } from 'graphql';

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
    .filter(({ name }) => name !== 'suspect' && !leaveOut.includes(name))
    .map((field) => `${field.name} ${fullSelection(schema, getNamedType(field.type).name, leaveOut)}`);
  return `{ ${fields.join(' ')} }`;
}
