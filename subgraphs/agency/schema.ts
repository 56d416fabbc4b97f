import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../../identity/agencies.ts';
import { subgraphSchema } from '../../schema/protected-schema.ts';
import type { AgencyDefinition } from './definition.ts';
import { dossierResolvers } from './dossiers/resolvers.ts';

/** The schema of an agency's subgraph, executable. */
export const agencySchema = (definition: AgencyDefinition): GraphQLSchema =>
  subgraphSchema(subgraphOf(definition.agency), dossierResolvers(definition));
