import type { Resolvers } from '../../../schema/protected-schema.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import type { DossierPart } from '../dossiers/store.ts';
import { type PageArguments, pageRequest } from '../paging/connection.ts';
import { newestFirst } from '../paging/newest-first.ts';
import type { ReadRecord } from './record.ts';

async function pageOfReads(page: PageArguments, { cursors, stores }: RequestContext, dossier?: string) {
  const request = pageRequest(page, cursors, dossier === undefined ? 'reads' : `reads ${dossier}`);
  const found = await stores.reads.page({
    ...(dossier !== undefined && { dossier }),
    before: request.after,
    limit: request.first + 1,
  });
  return newestFirst(request, found, ({ _id }) => _id);
}

/** Who has read what: for those who watch over the system, and over one dossier. */
export const readResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    reads: (_source: unknown, page: PageArguments, context: RequestContext) => pageOfReads(page, context),
  },
  [`${typePrefixOf(definition)}Dossier`]: {
    reads: ({ _id }: DossierPart, page: PageArguments, context: RequestContext) =>
      pageOfReads(page, context, _id),
  },
  RecordedRead: {
    id: ({ _id }: ReadRecord) => _id,
    at: ({ at }: ReadRecord) => at.toISOString(),
    purpose: ({ mandate }: ReadRecord) => mandate.purpose,
    legalBasis: ({ mandate }: ReadRecord) => mandate.legalBasis,
    case: ({ mandate }: ReadRecord) => mandate.case ?? null,
  },
});
