import type { composeServices } from '@apollo/composition';
import { Kind, print, visit } from 'graphql';

/** A subgraph as composition takes it. */
export type ServiceDefinition = Parameters<typeof composeServices>[0][number];

/**
 * Finds a difference that composition lets pass: a type that two subgraphs define with different fields, arguments or
 * information classes. An optional input field in one subgraph only would silently disappear, and a class in one only
 * would protect one side. Root types and entities (`@key`) are meant to differ; everything else must be the same to the
 * letter.
 */
export function sharedTypeDifferences(services: readonly ServiceDefinition[]): string[] {
  const definitions = new Map<string, Map<string, string[]>>();
  for (const { name: subgraph, typeDefs } of services) {
    for (const definition of typeDefs.definitions) {
      if (!('name' in definition) || !definition.name) continue;
      const name = definition.name.value;
      if (['Query', 'Mutation'].includes(name) || definition.kind === Kind.DIRECTIVE_DEFINITION) continue;
      if ('directives' in definition && definition.directives?.some((d) => d.name.value === 'key')) continue;
      const text = print(visit(definition, { StringValue: (node) => ({ ...node, block: false }) }));
      const bySubgraph = definitions.get(name) ?? new Map<string, string[]>();
      definitions.set(name, bySubgraph.set(subgraph, [...(bySubgraph.get(subgraph) ?? []), text]));
    }
  }
  return [...definitions].flatMap(([name, bySubgraph]) => {
    const [[first, texts] = ['', []], ...others] = [...bySubgraph];
    return others
      .filter(([, other]) => other.join('\n') !== texts.join('\n'))
      .map(([subgraph]) => `type ${name} differs between ${first} and ${subgraph}`);
  });
}
