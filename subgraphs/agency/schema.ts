import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../../identity/agencies.ts';
import { type Resolvers, subgraphSchema } from '../../schema/protected-schema.ts';
import type { RequestContext } from './context.ts';
import type { AgencyDefinition } from './definition.ts';
import { dossierResolvers } from './dossiers/resolvers.ts';
import { valueResolvers } from './dossiers/value-resolvers.ts';
import { writingResolvers } from './dossiers/writing/resolvers.ts';
import { groupResolvers } from './groups/resolvers.ts';
import { infrastructureResolvers } from './infrastructure/resolvers.ts';

/** Subjects may add fields to one type: both dossiers and groups are asked and written in the agency's namespace. */
function merge(parts: Resolvers<RequestContext>[]): Resolvers<RequestContext> {
  const merged: Record<string, object> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) merged[type] = { ...merged[type], ...fields };
  }
  return merged as Resolvers<RequestContext>;
}

/** The schema of an agency's subgraph, executable. */
export const agencySchema = (definition: AgencyDefinition): GraphQLSchema =>
  subgraphSchema(
    subgraphOf(definition.agency),
    merge([
      dossierResolvers(definition),
      valueResolvers(definition),
      writingResolvers(definition),
      infrastructureResolvers,
      groupResolvers(definition),
    ]),
  );
