import { Kind } from 'graphql';
import type { ServiceDefinition } from './shared-types.ts';

/**
 * Finds fields that two subgraphs describe differently. Composition takes one of the descriptions, and says nothing where a field is
 * another subgraph's (`@external`), so that clients read a description that its owner has not written.
 */
export function differingDescriptions(services: readonly ServiceDefinition[]): string[] {
  const described = new Map<string, string>();
  const differing = new Set<string>();
  for (const { typeDefs } of services)
    for (const definition of typeDefs.definitions) {
      const isObject =
        definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
        definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
        definition.kind === Kind.OBJECT_TYPE_EXTENSION;
      for (const field of isObject ? (definition.fields ?? []) : []) {
        if (!field.description) continue;
        const coordinate = `${isObject ? definition.name.value : ''}.${field.name.value}`;
        const text = field.description.value.replace(/\s+/g, ' ');
        if ((described.get(coordinate) ?? text) !== text) differing.add(coordinate);
        described.set(coordinate, text);
      }
    }
  return [...differing].map((coordinate) => `${coordinate} is described differently in two subgraphs`);
}
