import type { Resolvers } from '../../../schema/protected-schema.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import type { DossierPart } from '../dossiers/store.ts';
import type { PageArguments } from '../paging/connection.ts';
import { beforeOf, type Mark, newestFirst } from '../paging/newest-first.ts';
import type { ReadRecord } from './record.ts';

const mark: Mark = { prefix: 'read', form: /^[0-9a-z]{9}-[0-9A-Z]{10}$/, list: 'these reads' };

async function pageOfReads(page: PageArguments, { stores }: RequestContext, dossier?: string) {
  const before = beforeOf(mark, page);
  const found = await stores.reads.page({
    ...(dossier !== undefined && { dossier }),
    before,
    limit: page.first + 1,
  });
  return newestFirst(mark, page, found, ({ _id }) => _id);
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
