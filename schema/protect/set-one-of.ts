import { type GraphQLSchema, isInputObjectType } from 'graphql';

/**
 * Marks the inputs of an API schema of which exactly one field is given. Federation drops the directive on the way from the
 * supergraph to the API, so whoever validates against the API, or tells it, marks them anew.
 * @param supergraph the schema of the supergraph's own SDL
 */
export function setOneOf(api: GraphQLSchema, supergraph: GraphQLSchema): void {
  for (const type of Object.values(supergraph.getTypeMap())) {
    const input = api.getType(type.name);
    if (isInputObjectType(type) && isInputObjectType(input)) input.isOneOf = type.isOneOf;
  }
}
