import { GraphQLError, type ValidationRule } from 'graphql';
import { ofValidation } from './asked-document.ts';
import { nesting } from './nesting.ts';
import { isSharedByDossier } from './place-in-graph.ts';

/**
 * Refuses shared things inside shared things beyond so many levels. Each level leads from every dossier to all that have something in
 * common with it, and so multiplies what is answered by up to 200 lists of 100.
 *
 *     infrastructure { node { dossiers { nodes { infrastructure { node { dossiers { … } } } } } } }   is allowed
 *     the same once more inside of it                                                                 is refused
 */
export const nestedSharedRule =
  (most: number): ValidationRule =>
  (context) => ({
    OperationDefinition(operation) {
      const root = context.getSchema().getRootType(operation.operation);
      const inside =
        nesting(operation.selectionSet, root ?? undefined, ofValidation(context), isSharedByDossier) - 1;
      if (inside <= most) return;
      const message = `The query nests shared things inside shared things ${inside} levels deep; the limit is ${most}. Ask for the dossiers of the last level in an operation of their own.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
