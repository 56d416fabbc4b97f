import type { Types } from '@graphql-codegen/plugin-helpers';
import * as operations from '@graphql-codegen/typescript-operations';
import type { ConcordPluginConfig } from './plugin.ts';
import * as concord from './plugin.ts';

/** Types as this package reads them: closed lists are unions of strings, an id is a string. */
const typeConfig = {
  enumType: 'string-literal',
  scalars: { ID: 'string' },
  useTypeImports: true,
  skipTypename: true,
};

/**
 * A preset of graphql-codegen that writes one file: the types of your operations, and a document of each.
 * @param config the version of the schema that is generated for, and where the file imports this package from
 */
export const concordPreset = (config: ConcordPluginConfig): Types.OutputPreset => ({
  buildGeneratesSection: (options) => [
    {
      filename: options.baseOutputDir,
      schema: options.schema,
      ...(options.schemaAst && { schemaAst: options.schemaAst }),
      documents: options.documents,
      config: { ...options.config, ...typeConfig },
      pluginMap: { operations, concord },
      plugins: [{ operations: {} }, { concord: config }],
    },
  ],
});
