import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';

/** What an agency’s officers do: the field of `Mutation` that is the agency’s, and what is in it. */
export interface AgencyActions {
  namespace: string;
  actions: GraphQLField<unknown, unknown>[];
}

/** Every action of the federation, as the schema has it. */
export const everyAction = (schema: GraphQLSchema): AgencyActions[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name, type }) => {
    if (!isObjectType(type)) throw new Error(`Mutation.${name} is no agency’s`);
    return { namespace: name, actions: Object.values(type.getFields()) };
  });
