import { isDossierId, ownerOf, subgraphOf } from '../../../identity/agencies.ts';
import type { Resolvers as ResolversOf } from '../../../schema/protected-schema.ts';
import type { RequestContext } from '../context.ts';
import { findArticle } from '../criminal-code/article.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import { connectionOf, pageRequest } from '../paging/connection.ts';
import { dossierFieldsAsked } from './fields-asked.ts';
import { precisionOf } from './partial-date.ts';
import type { Birth, Offence, PersonName, Provenance } from './record.ts';
import type { DossierPart } from './store.ts';

type Resolvers = ResolversOf<RequestContext>;

const fullName = ({ handle, surname, givenName, patronymic }: PersonName): string =>
  handle ?? [surname, givenName, patronymic].filter((part) => part !== undefined).join(' ');

/** Types that every agency's subgraph has under the same name. */
const valueResolvers = (definition: AgencyDefinition): Resolvers => ({
  PersonName: { full: fullName },
  Birth: { precision: (birth: Birth) => precisionOf(birth.date) },
  Offence: {
    precision: (offence: Offence) => precisionOf(offence.committedOn),
    article: (offence: Offence) => {
      const article = findArticle(definition.criminalCode, offence.article);
      return { agency: definition.agency, code: offence.article, title: article?.title ?? 'Not on the list' };
    },
  },
  Provenance: {
    recordedAt: ({ recordedAt }: Provenance) => recordedAt.toISOString(),
    retainUntil: ({ retainUntil }: Provenance) => retainUntil.toISOString().slice(0, 10),
  },
});

/** The half of a suspect that this agency holds, and its own list of dossiers. */
export function dossierResolvers(definition: AgencyDefinition): Resolvers {
  const { agency, contactPoint } = definition;
  const prefix = typePrefixOf(definition);
  const own = subgraphOf(agency);
  const isOwnId = (id: string) => ownerOf(id) === agency;

  return {
    ...valueResolvers(definition),
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
