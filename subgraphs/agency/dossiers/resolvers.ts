import { isDossierId, ownerOf, subgraphOf } from '../../../identity/agencies.ts';
import type { Resolvers as ResolversOf } from '../../../schema/protected-schema.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import { connectionOf, pageRequest } from '../paging/connection.ts';
import { dossierFieldsAsked } from './fields-asked.ts';
import { historyPage } from './history-resolvers.ts';
import type { DossierPart } from './store.ts';
import { plannedStates } from './values/conduct.ts';

type Resolvers = ResolversOf<RequestContext>;

/** The half of a suspect that this agency holds, and its own list of dossiers. */
export function dossierResolvers(definition: AgencyDefinition): Resolvers {
  const { agency, contactPoint } = definition;
  const prefix = typePrefixOf(definition);
  const own = subgraphOf(agency);
  const isOwnId = (id: string) => ownerOf(id) === agency;

  return {
    Dossier: { __resolveType: () => `${prefix}Dossier` },
    Suspect: {
      // A representation can be anything, since its type in the SDL is a free scalar: what is no dossier id at all,
      // an operator object for one, is nobody's.
      __resolveReference: ({ id }: { id: unknown }) => ({ id: isDossierId(id) ? id : null }),
      [own]: async (
        { id }: { id: string | null },
        _arguments: unknown,
        { loaders }: RequestContext,
        info,
      ) => {
        if (id === null) return null;
        const ownId = await loaders.ownDossier.load(id);
        return ownId === undefined
          ? null
          : loaders.dossier.load({ id: ownId, fields: dossierFieldsAsked(info) });
      },
    },
    [`${prefix}Dossier`]: {
      id: (dossier: DossierPart) => dossier._id,
      agency: () => agency,
      contactPoint: () => contactPoint,
      suspect: (dossier: DossierPart) => ({ id: dossier._id }),
      measures: ({ measures }: DossierPart) =>
        measures?.filter(({ state }) => !plannedStates.includes(state)) ?? null,
      plannedMeasures: ({ measures }: DossierPart) =>
        measures?.filter(({ state }) => plannedStates.includes(state)) ?? null,
      history: (
        dossier: DossierPart,
        page: { first: number; after?: string | null },
        context: RequestContext,
      ) => historyPage({ ...dossier, agency }, page, context),
    },
    Query: { [own]: () => ({}) },
    [`${prefix}Query`]: {
      dossiers: async (
        _source: unknown,
        page: { first: number; after?: string | null },
        { stores }: RequestContext,
        info,
      ) => {
        const request = pageRequest(page, isOwnId);
        const fields = new Set([
          ...dossierFieldsAsked(info, 'edges', 'node'),
          ...dossierFieldsAsked(info, 'nodes'),
        ]);
        return connectionOf(
          request,
          await stores.dossiers.page(request.after, request.first + 1, [...fields]),
        );
      },
    },
  };
}
