import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import {
  concatAST,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { identified } from './identified.ts';
import { fragmentsOf, type Source, selectionMapOf } from './selection.ts';

/** What the plugin is told beside the schema and the documents. */
export interface ConcordPluginConfig {
  /** The version of the schema, which an operation names when it no longer fits. */
  schemaVersion: string;
  /** Where `ConcordDocument` and `Told` come from. */
  sdk: string;
}

const kindNames = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const small = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const withoutPlaces = (node: unknown): string =>
  JSON.stringify(node, (key, value) => (key === 'loc' ? undefined : value));

/** The operation with the fragments that it needs, and no others. */
function wholeOf(operation: OperationDefinitionNode, source: Source): DocumentNode {
  const needed = new Map<string, FragmentDefinitionNode>();
  const need = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = source.fragments.get(name.value);
        if (!fragment || needed.has(name.value)) return;
        needed.set(name.value, fragment);
        need(fragment);
      },
    });
  need(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...needed.values()] };
}

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
  const whole = wholeOf(operation, source);
  const type = `${capital(name)}${kindNames[kind]}`;
  const fields = `${small(name)}Fields`;
  const map = selectionMapOf(source, root.name, operation.selectionSet);
  const document = JSON.stringify(stripIgnoredCharacters(print(whole)));
  return `const ${fields} = ${JSON.stringify(map)} as const;
/** The answer of \`${name}\`, with what can be withheld as \`Visible\`. */
export type ${type}Told = Told<${type}, typeof ${fields}>;
export const ${capital(name)}Document = {
  ...${withoutPlaces(whole)},
  concord: { name: ${JSON.stringify(name)}, kind: ${JSON.stringify(kind)}, source: ${document}, schema: ${JSON.stringify(config.schemaVersion)}, fields: ${fields} },
} as unknown as ConcordDocument<${type}, ${type}Variables, typeof ${fields}>;
`;
}

function fragmentCode(fragment: FragmentDefinitionNode, source: Source): string {
  const name = capital(fragment.name.value);
  const map = selectionMapOf(source, fragment.typeCondition.name.value, fragment.selectionSet);
  return `/** The fragment \`${fragment.name.value}\`, with what can be withheld as \`Visible\`. */
export type ${name}FragmentTold = Told<${name}Fragment, ${JSON.stringify(map)}>;
`;
}

/** Writes each operation as a `ConcordDocument`, beside the types that \`typescript-operations\` writes of it. */
export const plugin: PluginFunction<ConcordPluginConfig> = (schema: GraphQLSchema, documents, config) => {
  const all = concatAST(documents.flatMap((file) => (file.document ? [file.document] : [])));
  const { document, added } = identified(all, schema);
  const source: Source = { schema, fragments: fragmentsOf(document), added };
  const code = document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return operationCode(definition, source, config);
    return definition.kind === Kind.FRAGMENT_DEFINITION ? fragmentCode(definition, source) : '';
  });
  return {
    prepend: [`import type { ConcordDocument, Told } from ${JSON.stringify(config.sdk)};`],
    content: code.join('\n'),
  };
};
