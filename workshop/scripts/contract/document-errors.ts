import { validate } from '@graphql-inspector/core';
import { type DefinitionNode, type GraphQLSchema, Kind, parse, print, Source } from 'graphql';

/** A document of several operations, as one source for each operation and one for all of its fragments. */
function sourcesOf(operations: string): Source[] {
  const { definitions } = parse(operations);
  const isFragment = ({ kind }: DefinitionNode) => kind === Kind.FRAGMENT_DEFINITION;
  const fragments = definitions.filter(isFragment).map(print).join('\n');
  const each = definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION ? [new Source(print(one), one.name?.value ?? '')] : [],
  );
  return fragments === '' ? each : [new Source(fragments, 'fragments'), ...each];
}

/** The errors that GraphQL Inspector finds in each operation of a document against a schema, by the operation's name, in their order. */
export function documentErrors(operations: string, schema: GraphQLSchema): ReadonlyMap<string, string[]> {
  const sources = sourcesOf(operations);
  const found = new Map(sources.map(({ name }): [string, string[]] => [name, []]));
  found.delete('fragments');
  for (const { source, errors } of validate(schema, sources, { strictDeprecated: false }))
    found.get(source.name)?.push(...errors.map(({ message }) => message));
  return found;
}
