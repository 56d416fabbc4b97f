import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { type GraphQLSchema, parse } from 'graphql';
import { subgraphOf } from '../../identity/agencies.ts';
import { SettingsError } from '../../server/settings.ts';
import type { RequestContext } from './context.ts';
import type { AgencyDefinition } from './definition.ts';
import { dossierResolvers } from './dossiers/resolvers.ts';
import { accessProblems } from './permissions/access.ts';

const builtSdl = (subgraph: string) =>
  readFileSync(new URL(`../../schema/built/${subgraph}.graphql`, import.meta.url), 'utf8');

/**
 * @throws SettingsError naming every field that is not protected as it must be; without this check one forgotten
 *   directive would be an open field
 */
export function protectedSchema(sdl: string, resolvers: GraphQLResolverMap<RequestContext>): GraphQLSchema {
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: resolvers as GraphQLResolverMap<unknown>,
  });
  const problems = accessProblems(schema);
  if (problems.length > 0) throw new SettingsError(`the schema is not protected: ${problems.join('; ')}`);
  return schema;
}

/** The schema of an agency's subgraph, executable. */
export const agencySchema = (definition: AgencyDefinition): GraphQLSchema =>
  protectedSchema(builtSdl(subgraphOf(definition.agency)), dossierResolvers(definition));
