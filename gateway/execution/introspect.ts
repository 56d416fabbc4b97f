import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from 'graphql';
import type { Data } from './own.ts';

/** Fields of the schema itself, as an operation of their own with the variables that they use. */
function documentOf(
  fields: readonly FieldNode[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  { definitions }: DocumentNode,
): DocumentNode {
  const used = new Set<string>();
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const reached = new Set<string>();
  const note = (node: (typeof definitions)[number] | FieldNode): void => {
    visit(node, {
      Variable: ({ name }) => void used.add(name.value),
      FragmentSpread({ name }) {
        if (reached.has(name.value)) return;
        reached.add(name.value);
        for (const each of fragments) if ('name' in each && each.name?.value === name.value) note(each);
      },
    });
  };
  for (const field of fields) note(field);
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: variableDefinitions.filter(({ variable }) => used.has(variable.name.value)),
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      },
      ...fragments.filter((each) => 'name' in each && reached.has(each.name?.value ?? '')),
    ],
  };
}

export interface Introspection {
  schema: GraphQLSchema;
  operation: OperationDefinitionNode;
  document: DocumentNode;
  variables: Data;
}

/** Answers fields of the schema itself, which no subgraph is asked, by graphql-js. */
export function introspect(
  fields: readonly FieldNode[],
  { schema, operation, document, variables }: Introspection,
): unknown {
  const asked = documentOf(fields, operation, document);
  const { data, errors } = executeSync({ schema, document: asked, variableValues: variables });
  if (errors?.[0]) throw new GraphQLError(errors[0].message, { originalError: errors[0] });
  return Object.values(data ?? {})[0] ?? null;
}
