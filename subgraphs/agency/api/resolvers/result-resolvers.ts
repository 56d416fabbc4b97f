import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';

const byTypename = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

/** The success of an action on a dossier, and no refusal. */
export const recordedDossier = (definition: AgencyDefinition, id: string) => ({
  __typename: `${typePrefixOf(definition)}RecordedDossier`,
  of: id,
});

/** The results of actions: each outcome names its type, and a dossier that was recorded is read as it is now. */
export function resultResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const prefix = typePrefixOf(definition);
  return {
    [`${prefix}RecordDossierResult`]: byTypename,
    [`${prefix}DossierResult`]: byTypename,
    RecordGroupResult: byTypename,
    GroupResult: byTypename,
    SuspendOfficerResult: byTypename,
    ReinstateOfficerResult: byTypename,
    TryMessageAgainResult: byTypename,
    DismissMessageResult: byTypename,
    [`${prefix}RecordedDossier`]: {
      dossier: ({ of: id }: { of: string }, _arguments: unknown, { loaders }: RequestContext, info) =>
        loaders.dossier.load({ id, fields: dossierFieldsAsked(info) }),
    },
  };
}
