import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import { dayOf } from '../../../../terms/days.ts';
import { beginningOf } from '../../../../terms/request-key.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { DossierPart } from '../../records/dossier/dossier-part.ts';
import { boundsOfDay } from '../../records/reads/bounds-of-day.ts';
import type { ReadEntry } from '../../records/reads/read-entry.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { objectsOf } from '../work/work-limits.ts';

async function pageOfReads(
  page: PageArguments,
  { cursors, loaders, stores }: RequestContext,
  dossier?: string,
) {
  const request = await pageRequest(page, cursors, dossier === undefined ? 'reads' : `reads ${dossier}`);
  const asked = { before: request.after, limit: request.first + 1 };
  const found = await (dossier === undefined
    ? stores.reads.page(asked)
    : loaders.reads.load({ dossier, ...asked }));
  return connectionOf(request, found, ({ _id }) => _id);
}

/** The record of what was read, and by whom: for those who watch over the system, and over one dossier. */
export const readResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    reads: (_source: unknown, page: PageArguments, context: RequestContext) => pageOfReads(page, context),
    readers: async (
      _source: unknown,
      { day }: { day?: string | null },
      { stores, now, work }: RequestContext,
    ) => {
      const asked = boundsOfDay(day ?? dayOf(now));
      if (!asked) throw callerError('BAD_USER_INPUT', '`day` must be a day such as 2026-11-25.');
      const { from, to } = asked;
      const pace = (parts: number) =>
        work.made(parts * objectsOf.countedRead) ? work.pause() : work.whenFree();
      return { day: dayOf(from), ...(await stores.reads.readers(from, to, pace)) };
    },
  },
  [`${typePrefixOf(definition)}Dossier`]: {
    reads: ({ _id }: DossierPart, page: PageArguments, context: RequestContext) =>
      pageOfReads(page, context, _id),
  },
  RecordedRead: {
    id: ({ _id }: ReadEntry) => _id,
    // The list is in this order. What is stored is the moment of a fetch, and of two requests the one that began first may fetch last.
    at: ({ _id }: ReadEntry) => beginningOf(_id),
    purpose: ({ mandate }: ReadEntry) => mandate.purpose,
    legalBasis: ({ mandate }: ReadEntry) => mandate.legalBasis,
    case: ({ mandate }: ReadEntry) => mandate.case,
    requests: ({ requests }: ReadEntry) => requests ?? [],
    operations: ({ operations }: ReadEntry) => operations ?? [],
  },
});
