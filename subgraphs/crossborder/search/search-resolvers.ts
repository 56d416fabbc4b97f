import type { Resolvers } from '../../../schema/protect/protected-schema.ts';
import { demandPageSize } from '../../../server/demand-page-size.ts';
import { callerError } from '../../../server/errors.ts';
import { type Agency, agencyNames, subgraphOf } from '../../../terms/agencies.ts';
import type { SearchOutcome } from '../../../terms/enums.ts';
import { encodeQuestion } from '../../../terms/search-exchange.ts';
import type { SuspectCriteria } from '../../agency/records/formats/criteria/read-criteria.ts';
import type { CrossborderContext } from '../crossborder-context.ts';
import { type AgencyAnswer, readAnswer } from './agency-answer.ts';
import { criteriaAsked } from './criteria-asked.ts';
import { foundSuspects, pageOf } from './found-suspects.ts';
import { openCursor, sealCursor } from './seal-cursor.ts';
import { decodePage, encodePage, type SearchPage } from './search-page.ts';
import { type Searching, whyNotAsked } from './why-not-asked.ts';

export interface SearchOptions {
  /** Seals cursors; of 32 bytes. */
  cursorKey: Buffer;
  today: () => Date;
}

interface SearchArguments {
  criteria: SuspectCriteria;
  scope?: readonly Agency[] | null;
  first: number;
  after?: string | null;
}

/** The gateway's representation of a `SuspectSearchConnection`: its key, and the half of each agency that was asked. */
type SearchReference = { question: string } & Record<string, unknown>;

/** In one order, each once, since a cursor is of the scope too. */
function readScope(scope: readonly Agency[] | null | undefined): Agency[] {
  if (scope == null) return [...agencyNames];
  if (scope.length > 0) return agencyNames.filter((agency) => scope.includes(agency));
  throw callerError(
    'BAD_USER_INPUT',
    '`scope`: name at least one agency, or leave it out to ask all of them.',
  );
}

/** Each agency's field, null for one that is not asked: the gateway sends it nothing then. */
const questionsFor = (search: SearchPage, searching: Searching) => {
  const question = encodeQuestion({ criteria: search.criteria });
  return Object.fromEntries(
    agencyNames.map((agency) => [
      subgraphOf(agency),
      whyNotAsked(agency, search, searching) === undefined ? { question } : null,
    ]),
  );
};

/** An agency's answer to the search, or the reason why it was not asked. */
function answerOf(
  agency: Agency,
  search: SearchPage,
  reference: SearchReference,
  { viewer, mandate, log }: CrossborderContext,
): AgencyAnswer {
  const outcome: SearchOutcome | undefined = whyNotAsked(agency, search, { viewer, mandate });
  if (outcome) return { agency, outcome, matches: [] };
  const half = reference[subgraphOf(agency)] as { matches?: unknown } | null | undefined;
  return readAnswer(agency, half?.matches, (reason) =>
    log.warn({ agency, reason }, "an agency's answer to a search cannot be used"),
  );
}

/**
 * The search across agencies, in two steps: what each is asked, and what their answers come to. The gateway brings the one to
 * the agencies and the other back.
 */
export function searchResolvers({ cursorKey, today }: SearchOptions) {
  return {
    Query: {
      searchSuspects: async (
        _source: unknown,
        given: SearchArguments,
        { viewer, mandate }: CrossborderContext,
      ) => {
        demandPageSize(given.first);
        const search = { scope: readScope(given.scope), criteria: criteriaAsked(given.criteria, today()) };
        const after =
          given.after == null
            ? undefined
            : await openCursor(cursorKey, { viewer, mandate, search }, given.after);
        const page = { ...search, first: given.first, after };
        return { question: encodePage(page), ...questionsFor(page, { viewer, mandate }) };
      },
    },
    SuspectSearchConnection: {
      __resolveReference: (reference: SearchReference, context: CrossborderContext) => {
        const search = decodePage(reference.question);
        const { viewer, mandate } = context;
        const answers = agencyNames.map((agency) => answerOf(agency, search, reference, context));
        const { items, ...neighbours } = pageOf(foundSuspects(answers, viewer.agency), search);
        const { criteria, scope } = search;
        const binding = { viewer, mandate, search: { criteria, scope } };
        const edges = items.map((node) => ({
          node,
          cursor: () => sealCursor(cursorKey, binding, node.position),
        }));
        return {
          ...reference,
          edges,
          nodes: items,
          pageInfo: {
            ...neighbours,
            startCursor: () => edges[0]?.cursor() ?? null,
            endCursor: () => edges.at(-1)?.cursor() ?? null,
          },
          agencies: answers.map(({ agency, outcome, renewsAt = null, isRekeying = false }) => ({
            agency,
            outcome,
            renewsAt,
            isRekeying,
          })),
        };
      },
    },
  } satisfies Resolvers<CrossborderContext>;
}
