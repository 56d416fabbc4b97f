import type { GraphQLSchema } from 'graphql';
import { subgraphOf } from '../../identity/agencies.ts';
import { type Resolvers, subgraphSchema } from '../../schema/protected-schema.ts';
import { budgetResolvers } from './budgets/resolvers.ts';
import { channelResolvers } from './channel/resolvers.ts';
import type { RequestContext } from './context.ts';
import { countersigningResolvers } from './countersigning/resolvers.ts';
import type { AgencyDefinition } from './definition.ts';
import { historyResolvers } from './dossiers/history-resolvers.ts';
import { dossierResolvers } from './dossiers/resolvers.ts';
import { valueResolvers } from './dossiers/value-resolvers.ts';
import { writingResolvers } from './dossiers/writing/resolvers.ts';
import { groupResolvers } from './groups/resolvers.ts';
import { groupRules } from './groups/rules.ts';
import { infrastructureResolvers } from './infrastructure/resolvers.ts';
import { linkResolvers } from './links/resolvers.ts';
import { noticeResolvers } from './notices/resolvers.ts';
import { type Execute, permissionExecutor } from './permissions/executor.ts';
import { checkPolicy } from './permissions/policy.ts';
import { visibilityResolvers } from './permissions/visibility.ts';
import { readResolvers } from './reads/resolvers.ts';
import { releaseResolvers } from './releases/resolvers.ts';
import { searchResolvers } from './search/resolvers.ts';
import { suspensionResolvers } from './suspensions/resolvers.ts';

/** Subjects may add fields to one type: both dossiers and groups are asked and written in the agency's namespace. */
function merge(parts: Resolvers<RequestContext>[]): Resolvers<RequestContext> {
  const merged: Record<string, object> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) merged[type] = { ...merged[type], ...fields };
  }
  return merged as Resolvers<RequestContext>;
}

/** The schema of an agency's subgraph, executable. */
export function agencySchema(definition: AgencyDefinition): GraphQLSchema {
  const schema: GraphQLSchema = subgraphSchema(
    subgraphOf(definition.agency),
    merge([
      dossierResolvers(definition),
      historyResolvers,
      valueResolvers(definition),
      writingResolvers(definition),
      infrastructureResolvers,
      groupResolvers(definition),
      releaseResolvers(definition),
      countersigningResolvers(definition),
      linkResolvers(definition),
      noticeResolvers(definition),
      channelResolvers(definition),
      readResolvers(definition),
      budgetResolvers(definition),
      suspensionResolvers(definition),
      searchResolvers(definition),
      visibilityResolvers(definition, () => schema),
    ]),
  );
  return schema;
}

/** The schema that operations are checked against, and what executes them with what each viewer may not read left out. */
export function agencyExecutor(definition: AgencyDefinition): { schema: GraphQLSchema; run: Execute } {
  checkPolicy(definition.agency, definition.policy);
  const schema = agencySchema(definition);
  return { schema, run: permissionExecutor(schema, definition.agency, groupRules(definition)) };
}
