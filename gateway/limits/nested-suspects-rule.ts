import {
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  type ValidationRule,
} from 'graphql';
import { ofValidation } from './asked-document.ts';
import { nesting } from './nesting.ts';

const suspect = 'Suspect';

/** True for a suspect, and for what may be one, as `Query.node`. */
function canBeSuspect(type: GraphQLNamedType | undefined, schema: GraphQLSchema): boolean {
  if (type?.name === suspect) return true;
  return isAbstractType(type) && schema.getPossibleTypes(type).some(({ name }) => name === suspect);
}

/**
 * Refuses a suspect inside a half of a suspect beyond so many levels. Each level is asked of both agencies anew for each path
 * that leads to it, and it is the same person all the way down.
 *
 *     { suspect(…) { belarus { suspect { russia { … } } } } }                         is allowed
 *     { suspect(…) { belarus { suspect { russia { suspect { belarus { … } } } } } } } is refused
 */
export const nestedSuspectsRule =
  (most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const schema = context.getSchema();
      const root = schema.getRootType(operation.operation) ?? undefined;
      const isCounted = (type: GraphQLNamedType | undefined) => canBeSuspect(type, schema);
      const inside = nesting(operation.selectionSet, root, ofValidation(context), isCounted) - 1;
      if (inside <= most) return;
      const message = `The query nests suspects inside the halves of suspects ${inside} levels deep; the limit is ${most}.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
