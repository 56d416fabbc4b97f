import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import { actionPathOf } from './action-path-of.ts';
import { type Source, selectedMapOf, selectionMapOf } from './selection.ts';
import { readDocuments, sentOf } from './sent-documents.ts';
import { typeNameOf } from './type-name-of.ts';

/** Settings of the plugin, beside the schema and the documents. */
export interface ConcordPluginConfig {
  /** The version of the schema, which an operation names when it no longer fits. */
  schemaVersion: string;
  /** The module from which the types of this package are imported. */
  sdk: string;
}

const kindNames = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

/** A map as code. In a literal, `__proto__` would set the prototype unless its name is computed. */
const codeOf = (map: object): string => JSON.stringify(map).replaceAll('"__proto__":', '["__proto__"]:');

const withoutPlaces = (node: unknown): string =>
  JSON.stringify(node, (key, value) => (key === 'loc' ? undefined : value));

function operationCode(
  operation: OperationDefinitionNode,
  source: Source,
  config: ConcordPluginConfig,
): string {
  const name = operation.name?.value;
  if (!name)
    throw new Error('An operation has no name: give it one, by which it is told in logs and errors.');
  const kind = operation.operation;
  const root = source.schema.getRootType(kind);
  if (kind === 'subscription' || !root) throw new Error(`${name}: the schema has no ${kind}.`);
  const { document, text } = sentOf(operation, source);
  const typeName = typeNameOf(name);
  const type = `${typeName}${kindNames[kind]}`;
  // No name of GraphQL has a `$`, so ours are nobody else's.
  const fields = `$fieldsOf${typeName}`;
  const known = {
    name,
    kind,
    ...(kind === 'mutation' && { action: actionPathOf(source, operation) }),
    source: text,
    schema: config.schemaVersion,
  };
  return `const ${fields} = ${codeOf(selectionMapOf(source, root.name, operation.selectionSet))} as const;
/** The answer of \`${name}\`, with what can be withheld as \`Visible\`. */
export type ${type}Told = $Told<${type}, typeof ${fields}>;
export const ${typeName}Document = {
  ...${withoutPlaces(document)},
  concord: { ...${JSON.stringify(known)}, fields: ${fields} },
} as unknown as $ConcordDocument<${type}, ${type}Variables, typeof ${fields}, ${JSON.stringify(kind)}>;
`;
}

function fragmentCode(fragment: FragmentDefinitionNode, source: Source): string {
  const name = `${typeNameOf(fragment.name.value)}Fragment`;
  const map = selectedMapOf(source, fragment.typeCondition.name.value, fragment.selectionSet);
  const { of = {}, newer, perhaps } = map;
  return `/** The fragment \`${fragment.name.value}\`, with what can be withheld as \`Visible\`. */
export type ${name}Told = $ToldValue<${name}, ${codeOf({ of, ...(newer && { newer }), ...(perhaps && { perhaps }) })}>;
`;
}

/** Writes each operation as a `ConcordDocument`, beside the types that \`typescript-operations\` writes of it. */
export const plugin: PluginFunction<ConcordPluginConfig> = (schema: GraphQLSchema, documents, config) => {
  const { document, source } = readDocuments(schema, documents);
  const code = document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return operationCode(definition, source, config);
    return definition.kind === Kind.FRAGMENT_DEFINITION ? fragmentCode(definition, source) : '';
  });
  return {
    prepend: [
      `import type { ConcordDocument as $ConcordDocument, Told as $Told, ToldValue as $ToldValue } from ${JSON.stringify(config.sdk)};`,
    ],
    content: code.join('\n'),
  };
};
