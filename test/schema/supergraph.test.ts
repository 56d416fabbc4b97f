import { Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLObjectType, isNonNullType, isObjectType, parse } from 'graphql';
import { agencyNames, subgraphOf } from '../../terms/agencies.ts';
import { accessIn, builtSdl, supergraphSdl } from '../support/schema-files.ts';

const sdl = supergraphSdl();
const api = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();

const given = ['belarus', 'crossborder', 'russia'].flatMap((name) => accessIn(parse(builtSdl(name))));

describe('the information classes of the supergraph', () => {
  const carried = accessIn(parse(sdl));

  test('are those that the subgraphs give, on types, fields and arguments', () => {
    expect([...carried].sort()).toEqual([...new Set(given)].sort());
    expect(carried).toContain('Contact @access(class: CONTACT)');
    expect(carried).toContain('RussiaDossier.names @access(class: IDENTITY)');
    expect(carried).toContain('Query.suspect(id:) @access(class: OPEN)');
  });

  test('are one for each coordinate, whichever subgraph gives it', () => {
    const coordinates = carried.map((access) => access.split(' @')[0]);
    expect(new Set(coordinates).size).toBe(coordinates.length);
  });
});

describe('what a caller sees of the schema', () => {
  test('is the roots and the dossiers', () => {
    expect(Object.keys(api.getQueryType()?.getFields() ?? {}).sort()).toEqual([
      'belarus',
      'node',
      'russia',
      'searchSuspects',
      'suspect',
      'titles',
      'visibility',
    ]);
    expect(api.getType('BelarusDossier')).toBeDefined();
  });

  test('is none of the machinery', () => {
    const names = [...Object.keys(api.getTypeMap()), ...api.getDirectives().map(({ name }) => name)];
    expect(names.filter((name) => /^(_[^_]|access|join|link|federation|core)/.test(name))).toEqual([]);
    for (const field of ['_entities', '_service'])
      expect(api.getQueryType()?.getFields()).not.toHaveProperty(field);
  });
});

/** Types that several subgraphs contribute fields to: a null in one agency's must not empty the whole. */
describe.each(agencyNames.map(subgraphOf))('an outage of %s can be shown as null', (subgraph) => {
  const schema = buildSubgraphSchema({ typeDefs: parse(builtSdl(subgraph)) });
  const shared = [schema.getQueryType(), schema.getMutationType(), schema.getType('Suspect')].filter(
    (type): type is GraphQLObjectType => isObjectType(type),
  );
  const contributed = shared.flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ name }) => !name.startsWith('_') && !(type.name === 'Suspect' && name === 'id'))
      .map((field) => ({ coordinate: `${type.name}.${field.name}`, nullable: !isNonNullType(field.type) })),
  );

  test('as every field that it contributes to a shared type is nullable', () => {
    expect(contributed.filter(({ nullable }) => !nullable)).toEqual([]);
  });

  test('and it does contribute some', () => {
    expect(contributed.map(({ coordinate }) => coordinate)).toEqual([
      `Query.${subgraph}`,
      `Mutation.${subgraph}`,
      `Suspect.${subgraph}`,
    ]);
  });
});
