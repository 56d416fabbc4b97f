import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  lexicographicSortSchema,
  parse,
  printType,
} from 'graphql';
import { executableSchema } from '../../../schema/protect/executable-schema.ts';
import { builtSdl } from '../../support/schema-files.ts';

/** Names that only composition needs. */
const forComposing = /^(federation|link)__/;

const typesOf = (schema: GraphQLSchema): string[] =>
  Object.values(lexicographicSortSchema(schema).getTypeMap())
    .filter(({ name }) => !forComposing.test(name))
    .map(printType);

/** Each applied directive of a schema's own, with where it stands: rules of permission hang on them. */
const applied = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .flatMap((type) => [
      { at: type.name, nodes: [type.astNode, ...type.extensionASTNodes] },
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap(({ name, astNode, args }) => [
            { at: `${type.name}.${name}`, nodes: [astNode] },
            ...args.map((each) => ({ at: `${type.name}.${name}.${each.name}`, nodes: [each.astNode] })),
          ])
        : []),
      ...(isInputObjectType(type)
        ? Object.values(type.getFields()).map(({ name, astNode }) => ({
            at: `${type.name}.${name}`,
            nodes: [astNode],
          }))
        : []),
    ])
    .flatMap(({ at, nodes }) =>
      nodes.flatMap((node) => (node?.directives ?? []).map((each) => ({ at, each }))),
    )
    .filter(({ each }) => each.name.value === 'access')
    .map(
      ({ at, each }) =>
        `${at} ${each.arguments?.map(({ name, value }) => `${name.value} ${'value' in value && value.value}`)}`,
    )
    .sort();

describe('the executable schema of a subgraph', () => {
  test.each(['belarus', 'russia', 'crossborder'])('%s: is the one that Apollo builds', (subgraph) => {
    const sdl = builtSdl(subgraph);
    const ours = executableSchema(sdl, {});
    const apollos = buildSubgraphSchema({ typeDefs: parse(sdl) });
    expect(typesOf(ours)).toEqual(typesOf(apollos));
    expect(applied(ours)).toEqual(applied(apollos));
    expect(applied(ours).length).toBeGreaterThan(10);
    expect(ours.getDirectives().filter(isSpecifiedDirective)).toHaveLength(
      apollos.getDirectives().filter(isSpecifiedDirective).length,
    );
  });

  const sdl = 'type Query { one: Thing } type Thing @key(fields: "id") { id: ID! name: String }';

  test('finds what is asked for by its key', async () => {
    const { graphql } = await import('graphql');
    const schema = executableSchema(sdl, {
      Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `the ${id}` }) },
    });
    const source =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Thing { name } } _service { sdl } }';
    const representations = [{ __typename: 'Thing', id: 'first' }];
    expect(await graphql({ schema, source, variableValues: { r: representations } })).toEqual({
      data: { _entities: [{ name: 'the first' }], _service: { sdl } },
    });
  });

  test('offers no entities where nothing has a key', () => {
    const query = executableSchema('type Query { one: String }', {}).getQueryType();
    expect(Object.keys(query?.getFields() ?? {})).toEqual(['one', '_service']);
  });

  test('has the fields by which a subgraph extends what another owns', () => {
    const extending =
      'extend type Query { one: Thing } extend type Thing @key(fields: "id") { id: ID! } extend type Thing { more: Int }';
    const type = executableSchema(extending, {}).getType('Thing');
    expect(isObjectType(type) && Object.keys(type.getFields())).toEqual(['id', 'more']);
  });
});
