import { GraphQLError, type GraphQLSchema, isAbstractType, isObjectType, type ValidationRule } from 'graphql';
import { identifyingFields } from './ownership.ts';

/**
 * Refuses an alias that takes the place of a field by which subgraphs know an object, or which they tell each other of it: the gateway
 * would hand another value on under that name. Names with two underscores are GraphQL's own.
 *
 *     { suspect(…) { belarus { id number: id } } }       is allowed
 *     { suspect(…) { belarus { id: contactPoint } } }    is refused
 *     { suspect(…) { __typename: id } }                  is refused
 *     { suspect(…) { __proto__: id } }                   is refused
 */
export function reservedAliasesRule(supergraph: GraphQLSchema): ValidationRule {
  const identifying = identifyingFields(supergraph);
  const isReserved = (alias: string, typeName: string): boolean => {
    const type = supergraph.getType(typeName);
    if (isAbstractType(type))
      return supergraph.getPossibleTypes(type).some(({ name }) => identifying(name).has(alias));
    return isObjectType(type) && identifying(type.name).has(alias);
  };
  return (context) => ({
    Field(field) {
      const alias = field.alias?.value;
      const type = context.getParentType();
      if (alias === undefined || alias === field.name.value || !type) return;
      if (!alias.startsWith('__') && !isReserved(alias, type.name)) return;
      const message = `\`${alias}\` cannot be the alias of \`${field.name.value}\` here: the gateway uses that name itself. Choose another one.`;
      context.reportError(new GraphQLError(message, { nodes: field }));
    },
  });
}
