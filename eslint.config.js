import plugin from '@graphql-eslint/eslint-plugin';

const recommended = plugin.configs['flat/schema-recommended'].rules;
const relay = plugin.configs['flat/schema-relay'].rules;

/**
 * The schema by the recommended rules of graphql-eslint and those of Relay, as clients see it. The code has Biome. Each exception
 * is named here, with its reason.
 */
export default [
  {
    files: ['schema/built/api.graphql'],
    languageOptions: {
      parser: plugin.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/built/api.graphql' } },
    },
    plugins: { '@graphql-eslint': plugin },
    rules: {
      ...recommended,
      ...relay,
      // 1. Only what is kept has an id. Pages, edges, findings and parts of a record have none, and a client caches them with what holds them.
      '@graphql-eslint/strict-id-in-types': 'off',
      // 2. Lists page forwards only: a cursor is sealed for one viewer, mandate and list.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-edge-types': [
        'error',
        {
          withEdgeSuffix: true,
          // 3. `Node` are suspects, dossiers, groups and releases, and nothing else: an edge may lead to something that has no global id.
          shouldImplementNode: false,
          // 4. A list that is short by its nature, such as a dossier's names, does not page.
          listTypeCanWrapOnlyEdgeType: false,
        },
      ],
    },
  },
];
