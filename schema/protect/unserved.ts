import { type GraphQLSchema, isInterfaceType, isNonNullType, Kind, visit } from 'graphql';
import type { ServiceDefinition } from './shared-types.ts';

const interfaceObject = /(?:^|__)interfaceObject$/;

/** True for a subgraph with a type that stands for all members of an interface, whatever name it imports the directive by. */
function hasInterfaceObject({ typeDefs }: ServiceDefinition): boolean {
  let found = false;
  visit(typeDefs, {
    Directive({ name }) {
      if (interfaceObject.test(name.value)) found = true;
    },
    StringValue({ value }) {
      if (value === '@interfaceObject') found = true;
    },
  });
  return found;
}

/** The form of `Query.node` for which the gateway asks the owner of an id (gateway/federation/node-fields.ts). */
function isNodeRoot(api: GraphQLSchema): boolean {
  const field = api.getQueryType()?.getFields().node;
  if (!field) return true;
  const [id, ...others] = field.args;
  const { type } = field;
  const hasId = isInterfaceType(type) && type.getFields().id !== undefined;
  return (
    hasId && !isNonNullType(type) && id?.name === 'id' && String(id.type) === 'ID!' && others.length === 0
  );
}

/** The subgraphs whose root `node` is not crossborder's, which leads each id to its owner. */
const otherNodeRoots = (services: readonly ServiceDefinition[]): string[] =>
  services.flatMap(({ name, typeDefs }) => {
    const roots = typeDefs.definitions.flatMap((definition) =>
      (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      definition.name.value === 'Query'
        ? (definition.fields ?? [])
        : [],
    );
    return name !== 'crossborder' && roots.some((field) => field.name.value === 'node') ? [name] : [];
  });

/** Finds definitions that compose in some supergraph, and that this gateway's executor would answer wrongly all the same. */
export const unservedDefinitions = (services: readonly ServiceDefinition[]): string[] => [
  ...services
    .filter(hasInterfaceObject)
    .map(({ name }) => `${name} uses @interfaceObject, which the gateway does not serve`),
  ...otherNodeRoots(services).map((name) => `${name} has a root field \`node\`, which is crossborder's`),
];

/** Finds a root `node` of the supergraph that the gateway would answer wrongly. */
export const unservedNode = (api: GraphQLSchema): string[] =>
  isNodeRoot(api)
    ? []
    : [
        'Query.node is not `node(id: ID!): Node`, with an `id` in what it answers, which alone the gateway serves',
      ];
