import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { HistoryEntry } from '../../records/history/history-entry.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** A line of the history of a dossier that was erased: one of a dossier that is there has no end yet. */
type ErasedStep = HistoryEntry & { keptUntil: Date };

const isErased = (entry: HistoryEntry): entry is ErasedStep => entry.keptUntil !== undefined;

/** Resolvers for the remaining history of erased dossiers, for those who watch over the agency's officers. */
export const erasedHistoryResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    erasedHistory: async (
      _source: unknown,
      { dossier, ...page }: PageArguments & { dossier: string },
      { cursors, loaders, reads }: RequestContext,
    ) => {
      const request = await pageRequest(page, cursors, `erased ${dossier}`);
      const older = await loaders.history.load({
        record: dossier,
        before: request.after === undefined ? undefined : Number(request.after),
        limit: request.first + 1,
        without: [],
      });
      // All lines of a dossier, or none: they were given their end in the transaction that erased it.
      const erased = older.filter(isErased);
      if (erased.length > 0) reads.note({ _id: dossier });
      return connectionOf(request, erased, ({ version }) => String(version));
    },
  },
});
