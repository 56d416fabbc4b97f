import { createHash } from 'node:crypto';
import type { PluginFunction, Types } from '@graphql-codegen/plugin-helpers';
import { type GraphQLSchema, Kind } from 'graphql';
import { readDocuments, sentOf } from './sent-documents.ts';
import { withEachHalf } from './with-each-half.ts';

/** A document of a manifest. */
interface KnownOperation {
  /** SHA-256 of the body, in hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** The document, letter by letter as it is sent. */
  readonly body: string;
}

/** The documents that a gateway is told to answer alone, in Apollo's format of persisted queries. */
export interface DocumentManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly KnownOperation[];
}

/** The manifest of operations as this package's client sends them. */
export const manifestOf = (
  operations: readonly { name: string; kind: string; source: string }[],
): DocumentManifest => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: operations.map(({ name, kind, source }) => ({
    id: createHash('sha256').update(source).digest('hex'),
    name,
    type: kind,
    body: source,
  })),
});

/** Writes the manifest as JSON. */
export const plugin: PluginFunction = (schema: GraphQLSchema, files) => {
  const { document, source } = readDocuments(schema, files);
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [
          {
            name: definition.name?.value ?? '',
            kind: definition.operation,
            source: sentOf(definition, source).text,
          },
        ]
      : [],
  );
  return `${JSON.stringify(manifestOf(operations), undefined, 2)}\n`;
};

/** A preset of graphql-codegen that writes one file: the manifest of your operations, for the operator of a gateway. */
export const manifestPreset = (): Types.OutputPreset => ({
  buildGeneratesSection: ({ baseOutputDir, schema, schemaAst, documents, config }) => [
    {
      filename: baseOutputDir,
      schema,
      ...(schemaAst && { schemaAst }),
      documents: withEachHalf(documents, schema),
      config,
      pluginMap: { manifest: { plugin } },
      plugins: [{ manifest: {} }],
    },
  ],
});
