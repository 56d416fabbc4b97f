import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';

/** The success of an action on a dossier, and no refusal. */
export const recordedDossier = (definition: AgencyDefinition, id: string) => ({
  __typename: `${typePrefixOf(definition)}RecordedDossier`,
  of: id,
});

/** The result of an action on a dossier: what was recorded is read as it is now. */
export function resultResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const prefix = typePrefixOf(definition);
  return {
    [`${prefix}RecordedDossier`]: {
      dossier: ({ of: id }: { of: string }, _arguments: unknown, { loaders }: RequestContext, info) =>
        loaders.dossier.load({ id, fields: dossierFieldsAsked(info) }),
    },
  };
}
