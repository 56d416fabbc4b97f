import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';

export interface FoundField {
  type: string;
  field: string;
}

const most = 50;

/** Fields whose name, or whose type's name, contains a text. */
export function findFields(schema: GraphQLSchema, text: string): FoundField[] {
  const wanted = text.toLowerCase();
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type: type.name, field })))
    .filter(({ type, field }) => `${type}.${field}`.toLowerCase().includes(wanted))
    .slice(0, most);
}
