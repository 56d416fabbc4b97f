import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';
import { type AskedDocument, ofValidation, typeOfFragment } from './asked-document.ts';

const suspect = 'Suspect';

/** True for a suspect, and for what may be one, as `Query.node`. */
function canBeSuspect(type: GraphQLNamedType | undefined, schema: GraphQLSchema): boolean {
  if (type?.name === suspect) return true;
  return isAbstractType(type) && schema.getPossibleTypes(type).some(({ name }) => name === suspect);
}

/** The largest number of suspects inside each other. */
function nesting(
  set: SelectionSetNode,
  parent: GraphQLNamedType | undefined,
  { schema, fragment }: AskedDocument,
): number {
  const ofFragments = new Map<FragmentDefinitionNode, number>();
  const deepest = (selections: SelectionSetNode, type: GraphQLNamedType | undefined): number =>
    Math.max(
      0,
      ...selections.selections.map((selection) => {
        if (selection.kind === Kind.INLINE_FRAGMENT)
          return deepest(selection.selectionSet, typeOfFragment(selection, type, schema));
        if (selection.kind === Kind.FIELD) {
          if (!selection.selectionSet) return 0;
          const fields = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
          const field = fields[selection.name.value];
          const named = field && getNamedType(field.type);
          return Number(canBeSuspect(named, schema)) + deepest(selection.selectionSet, named);
        }
        const spread = fragment(selection.name.value);
        if (!spread) return 0;
        if (!ofFragments.has(spread)) {
          // Nothing for one inside itself, which another rule refuses.
          ofFragments.set(spread, 0);
          ofFragments.set(spread, deepest(spread.selectionSet, typeOfFragment(spread, undefined, schema)));
        }
        return ofFragments.get(spread) ?? 0;
      }),
    );
  return deepest(set, parent);
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
      const root = context.getSchema().getRootType(operation.operation);
      const inside = nesting(operation.selectionSet, root ?? undefined, ofValidation(context)) - 1;
      if (inside <= most) return;
      const message = `The query nests suspects inside the halves of suspects ${inside} levels deep; the limit is ${most}.`;
      context.reportError(
        new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_LARGE' } }),
      );
    },
  });
