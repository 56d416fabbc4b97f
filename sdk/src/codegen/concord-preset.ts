import type { Types } from '@graphql-codegen/plugin-helpers';
import * as operations from '@graphql-codegen/typescript-operations';
import type { ConcordPluginConfig } from './plugin.ts';
import * as concord from './plugin.ts';
import { packageSchema } from './schema-file.ts';
import { typeNameOf } from './type-name-of.ts';
import { versionOf } from './version-of.ts';
import { withEachHalf } from './with-each-half.ts';

/** Types as this package reads them: closed lists are unions of strings; ids and scalars are strings, as they are on the wire, but for events, which are objects. */
const typeConfig = {
  enumType: 'string-literal',
  scalars: {
    ID: 'string',
    DateTime: 'string',
    Date: 'string',
    PartialDate: 'string',
    Decimal: 'string',
    CountryCode: 'string',
    CurrencyCode: 'string',
    RegionCode: 'string',
    CaseNumber: 'string',
    Cursor: 'string',
    CloudEvent: 'Record<string, unknown>',
  },
  useTypeImports: true,
  skipTypename: true,
  namingConvention: typeNameOf,
};

/**
 * A preset of graphql-codegen that writes one file: the types of your operations, and a document of each. It takes the schema
 * of this package, or one made of it: any other would not say what can be withheld. `halves` of a suspect stands in them for the half of
 * every agency.
 * @param config the version of the schema that is generated for, and where the file imports this package from; both are those
 * of this package unless given
 */
export const concordPreset = (config: Partial<ConcordPluginConfig> = {}): Types.OutputPreset => ({
  buildGeneratesSection: (options) => {
    const { schemaVersion = versionOf(packageSchema()), sdk = '@concord/sdk' } = config;
    return [
      {
        filename: options.baseOutputDir,
        schema: options.schema,
        ...(options.schemaAst && { schemaAst: options.schemaAst }),
        documents: withEachHalf(options.documents, options.schema),
        config: { ...options.config, ...typeConfig },
        pluginMap: { operations, concord },
        plugins: [{ operations: {} }, { concord: { schemaVersion, sdk } }],
      },
    ];
  },
});
