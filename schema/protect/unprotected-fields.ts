import { buildSubgraphSchema } from '@apollo/subgraph';
import { accessProblems } from './access.ts';
import type { ServiceDefinition } from './shared-types.ts';

/**
 * Checks the information classes of the subgraphs' schemas. A subgraph refuses to start over any problem, so this tells
 * the author of a new field earlier, when the schema is composed.
 * @returns one sentence a problem, with the coordinate and the subgraphs that have it
 */
export function unprotectedFields(services: readonly ServiceDefinition[]): string[] {
  const subgraphs = new Map<string, string[]>();
  for (const { name, typeDefs } of services)
    for (const problem of accessProblems(buildSubgraphSchema({ typeDefs })))
      subgraphs.set(problem, [...(subgraphs.get(problem) ?? []), name]);
  return [...subgraphs].map(([problem, names]) => `${problem} (${names.join(', ')})`);
}
