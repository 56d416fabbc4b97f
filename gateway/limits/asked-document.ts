import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  Kind,
  type ValidationContext,
} from 'graphql';

/** A document and the schema that it is asked of: all that a limit has to know. */
export interface AskedDocument {
  schema: GraphQLSchema;
  fragment(name: string): FragmentDefinitionNode | undefined;
}

/** The document that is being validated. */
export const ofValidation = (context: ValidationContext): AskedDocument => ({
  schema: context.getSchema(),
  fragment: (name) => context.getFragment(name) ?? undefined,
});

/** A document that has been validated. */
export function ofDocument(schema: GraphQLSchema, { definitions }: DocumentNode): AskedDocument {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return { schema, fragment: (name) => fragments.get(name) };
}

/** The type on which a fragment stands. */
export const typeOfFragment = (
  { typeCondition }: Pick<InlineFragmentNode, 'typeCondition'>,
  parent: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): GraphQLNamedType | undefined => (typeCondition && schema.getType(typeCondition.name.value)) ?? parent;
