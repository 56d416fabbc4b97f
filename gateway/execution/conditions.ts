import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Data, own } from './own.ts';

/** The variables by which parts of a document are skipped or included, in the order in which they first stand. */
export function conditionsIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

export type Coerced = { isTrue: (variable: string) => boolean } | { errors: readonly GraphQLError[] };

/** Each error writes the whole value anew, so that thousands of wrong fields would take their number squared. */
export const mostCoercionErrors = 20;

/** Judges a caller's variables as graphql-js does. Subgraphs get them as they were given, and judge them again. */
export function coerce(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Data,
): Coerced {
  if (variableDefinitions.length === 0) return { isTrue: () => false };
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: mostCoercionErrors,
  });
  // The last one says that there are more, and is no fault of any value.
  return errors
    ? { errors: errors.filter(({ nodes }) => nodes !== undefined) }
    : { isTrue: (name) => own(coerced, name) === true };
}
