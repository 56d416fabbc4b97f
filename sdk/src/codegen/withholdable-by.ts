import { type ConstDirectiveNode, type GraphQLObjectType, type GraphQLSchema, Kind } from 'graphql';

/** The directives that mark, in the schema of this package, what can be null or lack entries by somebody's decision. */
export const marksSdl = `"""
The field can be null because its owner withholds it, or because the agency that answers for it is down: it is told as a
\`Visible\`. Without \`agency\`, the agency that answered the parent answers for it.
"""
directive @withholdable(agency: Agency) on FIELD_DEFINITION

"""
The list can lack entries that its owner withholds: it is told as a \`Partly\`. With \`input\`, it is what was found by a value
of that type, of which an owner can leave fields uncompared, and all agencies answer for it.
"""
directive @partial(input: String) on FIELD_DEFINITION
`;

const mark = (type: GraphQLObjectType, field: string, name: string): ConstDirectiveNode | undefined =>
  type.getFields()[field]?.astNode?.directives?.find((directive) => directive.name.value === name);

function argumentOf(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM || value?.kind === Kind.STRING ? value.value : null;
}

/**
 * The agency that answers for a field that can be withheld; null for the one that answered its parent, undefined for
 * any other field.
 */
export function withholdableBy(type: GraphQLObjectType, field: string): string | null | undefined {
  const found = mark(type, field, 'withholdable');
  return found && argumentOf(found, 'agency');
}

/**
 * The input by which a list that may lack entries was found; null for one that was not searched for, undefined for any
 * other field.
 */
export function partialBy(type: GraphQLObjectType, field: string): string | null | undefined {
  const found = mark(type, field, 'partial');
  return found && argumentOf(found, 'input');
}

/** @throws Error for a schema without marks: all that is withheld would be generated as a plain null */
export function demandMarks(schema: GraphQLSchema): void {
  if (schema.getDirective('withholdable') && schema.getDirective('partial')) return;
  throw new Error(
    'The schema does not say what can be withheld: it has no @withholdable and @partial. Generate from @concord/sdk/schema.graphql.',
  );
}
