import { addResolversToSchema, type GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import { entitiesResolver } from '@apollo/subgraph/dist/types.js';
import { buildASTSchema, concatAST, type DocumentNode, type GraphQLSchema, Kind, parse } from 'graphql';

/** The resolvers of a subgraph whose requests have this context. */
export type Resolvers<Context> = GraphQLResolverMap<Context>;

/** The types that a gateway may ask for by their keys. */
const entitiesOf = (sdl: DocumentNode): string[] =>
  sdl.definitions.flatMap((definition) => {
    const isKeyed =
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      definition.directives?.some(({ name }) => name.value === 'key');
    return isKeyed ? [definition.name.value] : [];
  });

/** A subgraph extends the types that another one owns: here, where the other is absent, the first extension of each defines it. */
function withoutOwners(sdl: DocumentNode): DocumentNode {
  const defined = new Set(
    sdl.definitions.flatMap((each) => (each.kind === Kind.OBJECT_TYPE_DEFINITION ? [each.name.value] : [])),
  );
  const definitions = sdl.definitions.map((each) => {
    if (each.kind !== Kind.OBJECT_TYPE_EXTENSION || defined.has(each.name.value)) return each;
    defined.add(each.name.value);
    return { ...each, kind: Kind.OBJECT_TYPE_DEFINITION } as const;
  });
  return { kind: Kind.DOCUMENT, definitions };
}

/** The types and fields that the specification of a subgraph adds to its SDL. */
function machinery(entities: readonly string[]): DocumentNode {
  const service = 'type _Service { sdl: String } extend type Query { _service: _Service! }';
  if (entities.length === 0) return parse(service, { noLocation: true });
  const found = `union _Entity = ${entities.join(' | ')} scalar _Any
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return parse(service + found, { noLocation: true });
}

/**
 * The executable schema of a subgraph, which answers as the one of Apollo's `buildSubgraphSchema` does. That one builds and validates
 * a model of the federation first, which composition has done already: at a process's start it takes longer than all else.
 * @param sdl a subgraph's SDL that can be composed; nothing of it is checked here
 */
export function executableSchema<Context>(sdl: string, resolvers: Resolvers<Context>): GraphQLSchema {
  const own = parse(sdl, { noLocation: true });
  const entities = [...new Set(entitiesOf(own))];
  const schema = buildASTSchema(withoutOwners(concatAST([own, machinery(entities)])), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  addResolversToSchema(schema, {
    Query: {
      _service: () => ({ sdl }),
      _entities: (_source, { representations }, context, info) =>
        entitiesResolver({ representations, context, info }),
    },
    ...(entities.length > 0 && { _Entity: { __resolveType: ({ __typename }) => __typename } }),
  });
  addResolversToSchema(schema, resolvers as GraphQLResolverMap<unknown>);
  return schema;
}
