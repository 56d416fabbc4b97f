import { type GraphQLField, type GraphQLObjectType, Kind } from 'graphql';

/** The directive that marks, in the schema of this package, a field that can be withheld or lost with its agency. */
export const withholdableSdl = `"""
The field can be null because its owner withholds it, or because the agency that answers for it is down: it is told as a
\`Visible\`. Without \`agency\`, whoever answered the parent answers for it.
"""
directive @withholdable(agency: Agency) on FIELD_DEFINITION
`;

const marks = (field: GraphQLField<unknown, unknown>) =>
  field.astNode?.directives?.find(({ name }) => name.value === 'withholdable');

/** Who answers for a field that can be withheld; null for whoever answered its parent, undefined for any other field. */
export function withholdableBy(type: GraphQLObjectType, name: string): string | null | undefined {
  const field = type.getFields()[name];
  const mark = field && marks(field);
  if (!mark) return undefined;
  const value = mark.arguments?.find((argument) => argument.name.value === 'agency')?.value;
  return value?.kind === Kind.ENUM ? value.value : null;
}
