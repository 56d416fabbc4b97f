import type { GraphQLSchema } from 'graphql';
import { type Resolvers, subgraphSchema } from '../../../schema/protect/protected-schema.ts';
import { subgraphOf } from '../../../terms/agencies.ts';
import type { AgencyDefinition } from '../permissions/agency-definition.ts';
import { alertResolvers } from './alerts/alert-resolvers.ts';
import { alertSteps } from './alerts/alert-steps.ts';
import { firstLoadResolvers } from './alerts/first-load-resolvers.ts';
import { widelySharedResolvers } from './alerts/widely-shared-resolvers.ts';
import type { RequestContext } from './context/request-context.ts';
import { measureCheckResolvers } from './measures/measure-check-resolvers.ts';
import { measureResolvers } from './measures/measure-resolvers.ts';
import { measureSteps } from './measures/measure-steps.ts';
import { noticeResolvers } from './notices/notice-resolvers.ts';
import { operationFigureResolvers } from './operations/operation-figure-resolvers.ts';
import { operationReleaseSteps } from './operations/operation-release-steps.ts';
import { operationResolvers } from './operations/operation-resolvers.ts';
import { operationSteps } from './operations/operation-steps.ts';
import { deputyResolvers } from './requests/deputy-resolvers.ts';
import { figureResolvers } from './requests/figure-resolvers.ts';
import { requestResolvers } from './requests/request-resolvers.ts';
import { stepResolvers } from './requests/step-resolvers.ts';
import { budgetResolvers } from './resolvers/budget-resolvers.ts';
import { channelResolvers } from './resolvers/channel-resolvers.ts';
import { countersigningResolvers } from './resolvers/countersigning-resolvers.ts';
import { decisionResolvers } from './resolvers/decision-resolvers.ts';
import { dossierResolvers } from './resolvers/dossier-resolvers.ts';
import { erasedHistoryResolvers } from './resolvers/erased-history-resolvers.ts';
import { groupResolvers } from './resolvers/group-resolvers.ts';
import { historyResolvers } from './resolvers/history-resolvers.ts';
import { infrastructureResolvers } from './resolvers/infrastructure-resolvers.ts';
import { linkResolvers } from './resolvers/link-resolvers.ts';
import { nodeResolvers } from './resolvers/node-resolvers.ts';
import { readResolvers } from './resolvers/read-resolvers.ts';
import { releaseResolvers } from './resolvers/release-resolvers.ts';
import { removalResolvers } from './resolvers/removal-resolvers.ts';
import { resultResolvers } from './resolvers/result-resolvers.ts';
import { suspensionResolvers } from './resolvers/suspension-resolvers.ts';
import { valueResolvers } from './resolvers/value-resolvers.ts';
import { writingResolvers } from './resolvers/writing-resolvers.ts';
import { searchResolvers } from './search/search-resolvers.ts';
import { visibilityResolvers } from './visibility/visibility-resolvers.ts';
import { waitingResolvers } from './waiting/waiting-resolvers.ts';

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
      resultResolvers(definition),
      infrastructureResolvers(definition),
      groupResolvers(definition),
      releaseResolvers(definition),
      countersigningResolvers(definition),
      removalResolvers(definition),
      linkResolvers(definition),
      decisionResolvers(definition),
      nodeResolvers(definition),
      waitingResolvers(definition),
      noticeResolvers(definition),
      channelResolvers(definition),
      readResolvers(definition),
      budgetResolvers(definition),
      suspensionResolvers(definition),
      erasedHistoryResolvers(definition),
      requestResolvers(definition),
      figureResolvers(definition),
      deputyResolvers(definition),
      measureResolvers(definition),
      measureSteps(definition),
      measureCheckResolvers(definition),
      stepResolvers(definition),
      operationResolvers(definition),
      operationSteps(definition),
      operationReleaseSteps(definition),
      operationFigureResolvers(definition),
      alertResolvers(definition),
      alertSteps(definition),
      firstLoadResolvers(definition),
      widelySharedResolvers(definition),
      searchResolvers(definition),
      visibilityResolvers(definition, () => schema),
    ]),
  );
  return schema;
}
