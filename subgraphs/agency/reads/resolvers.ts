import type { Resolvers } from '../../../schema/protected-schema.ts';
import { callerError } from '../../../server/errors.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import type { DossierPart } from '../dossiers/store.ts';
import { largestPage } from '../paging/connection.ts';
import type { ReadRecord } from './record.ts';

interface Page {
  first: number;
  after?: string | null;
}

const cursorOf = (id: string) => Buffer.from(`read:${id}`).toString('base64url');

function readIn(cursor: string): string {
  const found = /^read:([0-9a-z]{9}-[0-9A-Z]{10})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (found?.[1]) return found[1];
  throw callerError('BAD_USER_INPUT', '`after` must be the `endCursor` of an earlier page of these reads.');
}

async function pageOfReads({ first, after }: Page, { stores }: RequestContext, dossier?: string) {
  if (first < 1 || first > largestPage)
    throw callerError('BAD_USER_INPUT', `\`first\` must be from 1 to ${largestPage}.`);
  const found = await stores.reads.page({
    ...(dossier !== undefined && { dossier }),
    before: after == null ? undefined : readIn(after),
    limit: first + 1,
  });
  const nodes = found.slice(0, first);
  const [newest, oldest] = [nodes.at(0), nodes.at(-1)];
  return {
    nodes,
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after != null,
      startCursor: newest ? cursorOf(newest._id) : null,
      endCursor: oldest ? cursorOf(oldest._id) : null,
    },
  };
}

/** Who has read what: for those who watch over the system, and over one dossier. */
export const readResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    reads: (_source: unknown, page: Page, context: RequestContext) => pageOfReads(page, context),
  },
  [`${typePrefixOf(definition)}Dossier`]: {
    reads: ({ _id }: DossierPart, page: Page, context: RequestContext) => pageOfReads(page, context, _id),
  },
  RecordedRead: {
    id: ({ _id }: ReadRecord) => _id,
    at: ({ at }: ReadRecord) => at.toISOString(),
    purpose: ({ mandate }: ReadRecord) => mandate.purpose,
    legalBasis: ({ mandate }: ReadRecord) => mandate.legalBasis,
    case: ({ mandate }: ReadRecord) => mandate.case ?? null,
  },
});
