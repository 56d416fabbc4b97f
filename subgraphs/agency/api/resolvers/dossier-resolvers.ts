import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers as ResolversOf } from '../../../../schema/protect/protected-schema.ts';
import { subgraphOf } from '../../../../terms/agencies.ts';
import { dossierAskedFor, suspectIdOf } from '../../../../terms/suspect-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import {
  type ChoiceArguments,
  choiceOf,
  type DossierChoice,
  nameOfChoice,
  placeRecorded,
  recordedPlace,
} from '../../records/dossier/dossier-choice.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { ofDossier } from '../../records/measures/measure-of-dossier.ts';
import { plannedStates } from '../../records/values/measures.ts';
import { listFields } from '../../records/values/value-kinds.ts';
import type { RequestContext } from '../context/request-context.ts';
import { classesChosenBy } from '../execution/classes-chosen-by.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { historyPage } from './history-page.ts';

type Resolvers = ResolversOf<RequestContext>;

/** A suspect, by the dossier of any agency that was asked for; undefined where that was none. */
interface Person {
  dossier: string | undefined;
}

/** The names of the lists, for their cursors. */
const lists = { page: 'dossiers', released: 'releasedDossiers' } as const;

/** The lists of an agency that choose by the classes of their arguments, see `classesChosenBy`. */
export const choosingLists = (definition: AgencyDefinition): string[] => [
  `${typePrefixOf(definition)}Query.dossiers`,
];

/** The stored fields that a page of dossiers asks of each. */
const fieldsOfPage = (info: GraphQLResolveInfo) => [
  ...new Set([...dossierFieldsAsked(info, 'edges', 'node'), ...dossierFieldsAsked(info, 'nodes')]),
];

/** A page of the dossiers of a choice, of those of which the viewer may read all that they are chosen by. */
async function chosenPage(
  choice: DossierChoice,
  page: PageArguments & ChoiceArguments,
  { cursors, dossiers, work }: RequestContext,
  info: GraphQLResolveInfo,
) {
  const request = await pageRequest(page, cursors, `${lists.page} ${nameOfChoice(choice)}`);
  await work.reads(request.first);
  const { first, after } = request;
  const part = { first, after: after === undefined ? undefined : placeRecorded(after) };
  const found = await dossiers.chosen(choice, classesChosenBy(info, { ...page }), part, fieldsOfPage(info));
  return connectionOf(request, found, ({ _id, createdAt }) =>
    recordedPlace({ _id, createdAt: createdAt as Date }),
  );
}

/** The half of a suspect that this agency holds, and its own list of dossiers. */
export function dossierResolvers(definition: AgencyDefinition): Resolvers {
  const { agency, contactPoint } = definition;
  const prefix = typePrefixOf(definition);
  const own = subgraphOf(agency);

  /** A page of those dossiers that the viewer may know of. */
  const pageOf =
    (kind: 'page' | 'released') =>
    async (
      _source: unknown,
      page: PageArguments,
      { cursors, dossiers, work }: RequestContext,
      info: GraphQLResolveInfo,
    ) => {
      const request = await pageRequest(page, cursors, lists[kind]);
      await work.reads(request.first);
      const found = await dossiers[kind](request.after, request.first, fieldsOfPage(info));
      return connectionOf(request, found, ({ _id }) => _id);
    };

  const allById = pageOf('page');

  return {
    Dossier: { __resolveType: () => `${prefix}Dossier` },
    Suspect: {
      // A representation can be anything, since its type in the SDL is a free scalar: what is no id at all, an operator
      // object for one, is nobody's.
      __resolveReference: ({ id }: { id: unknown }): Person => ({ dossier: dossierAskedFor(id) }),
      id: ({ dossier }: Person) => (dossier === undefined ? null : suspectIdOf(dossier)),
      [own]: ({ dossier: id }: Person, _arguments: unknown, { loaders }: RequestContext, info) =>
        id === undefined ? null : loaders.dossier.load({ id, fields: dossierFieldsAsked(info) }),
    },
    [`${prefix}Dossier`]: {
      id: (dossier: DossierPart) => dossier._id,
      agency: () => agency,
      contactPoint: () => contactPoint,
      suspect: ({ _id }: DossierPart): Person => ({ dossier: _id }),
      ...Object.fromEntries(
        listFields.map((field) => [field, (dossier: DossierPart) => dossier[field] ?? []]),
      ),
      measures: (dossier: DossierPart) =>
        dossier.measures
          ? ofDossier(
              dossier,
              dossier.measures.filter(({ state }) => !plannedStates.includes(state)),
            )
          : null,
      plannedMeasures: (dossier: DossierPart) =>
        dossier.measures
          ? ofDossier(
              dossier,
              dossier.measures.filter(({ state }) => plannedStates.includes(state)),
            )
          : null,
      history: (dossier: DossierPart, page: PageArguments, context: RequestContext) =>
        historyPage(dossier, page, context, dossier),
    },
    Query: { [own]: () => ({}) },
    [`${prefix}Query`]: {
      dossiers: (source: unknown, page: PageArguments & ChoiceArguments, context: RequestContext, info) => {
        const choice = choiceOf(page);
        return choice ? chosenPage(choice, page, context, info) : allById(source, page, context, info);
      },
      releasedDossiers: pageOf('released'),
    },
  };
}
