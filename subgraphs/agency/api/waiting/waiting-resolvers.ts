import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { actions } from '../../../../terms/actions.ts';
import { indicatorKinds, type WaitingAction, type WaitingKind } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { parkedMessageOf } from '../../channel/upkeep/channel-state.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { allOf } from '../../permissions/all-of.ts';
import type { Filter } from '../../permissions/by-record.ts';
import { actionOfStep, waitingKindsFor } from '../../permissions/waiting-kinds.ts';
import { boxOfWaiting } from '../../records/requests/waits-on-request.ts';
import { dueAfter, waitingBy } from '../../records/waiting/waiting-record.ts';
import { classOfIndicator } from '../alerts/known-alert.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, type PageRequest, pageRequest } from '../paging/page-request.ts';
import { listsFor } from '../requests/shown-request.ts';
import { answersFor } from '../requests/waits-for.ts';
import { alwaysNeeded, ofDossiersCases, readableWaiting } from './readable-waiting.ts';
import { shownItems } from './shown-items.ts';
import {
  type FoundItem,
  itemOfAlert,
  itemOfConflict,
  itemOfGroup,
  itemOfMessage,
  itemOfRecord,
  type WaitingItem,
} from './waiting-item.ts';

/** A kind is counted up to here. */
const mostCounted = 100;

/** Most times that a page is filled up after items of it turned out not to wait for the viewer. */
const mostRounds = 10;

const later = (one: string | undefined, other: string) => (one !== undefined && one > other ? one : other);

/** Steps that wait for the liaison officer to whom a request is assigned. A supervisor, to whom none is, may propose every answer. */
const isOfAssignee = (kind: WaitingKind, { permissions }: Pick<RequestContext, 'permissions'>): boolean =>
  kind === 'REQUEST_TO_ACCEPT' ||
  (kind === 'REQUEST_TO_ANSWER' && !permissions.verdicts.roles.includes('SUPERVISOR'));

/** Steps that cannot be taken any more once they are due: a period is over, or the days of a measure. */
const lapsing: readonly WaitingKind[] = ['RELEASE_TO_GRANT', 'MEASURE_TO_AUTHORISE'];

/** Steps that change what a dossier holds wait for the officers of its cases; where it has none, for any. */
const ofCases = (filter: Filter, { mandate }: RequestContext): Filter =>
  allOf(filter, { cases: mandate.case ?? [] });

/** Alerts wait for officers of their case who may read identifiers of their kind. */
async function alertsFor(
  { after, limit }: { after: string | undefined; limit: number },
  context: RequestContext,
): Promise<FoundItem[]> {
  const { mandate, now, permissions, stores, viewer } = context;
  const kinds = indicatorKinds.filter((kind) => permissions.filterOf(classOfIndicator[kind]) !== undefined);
  if (mandate.case === undefined || kinds.length === 0) return [];
  const asked = { case: mandate.case, not: viewer.subject, kinds };
  // One that time has ended waits for nobody.
  const found = await stores.waiting.alerts(asked, { after: later(after, dueAfter(now)), limit });
  return found.map((alert) => itemOfAlert(alert, context));
}

/** Conflicts wait for the supervisors of the measure's cases, until its last day is over. */
async function conflictsFor(
  { after, limit }: { after: string | undefined; limit: number },
  context: RequestContext,
): Promise<FoundItem[]> {
  const { mandate, now, stores } = context;
  if (mandate.case === undefined) return [];
  const found = await stores.waiting.conflicts(mandate.case, { after: later(after, dueAfter(now)), limit });
  return found.map((check) => itemOfConflict(check, context));
}

/** The items of one kind that wait, after a place, as far as it can be told before the records are read. */
async function foundOf(
  { policy: { shareable } }: AgencyDefinition,
  kind: WaitingKind,
  part: { after: string | undefined; limit: number },
  context: RequestContext,
): Promise<FoundItem[]> {
  const { now, permissions, stores, viewer } = context;
  const not = viewer.subject;
  if (kind === 'MESSAGE_PARKED')
    return (await stores.waiting.parked(part)).map((parked) => itemOfMessage(parked, context));
  if (kind === 'WIDELY_SHARED_TO_COUNTERSIGN') return alertsFor(part, context);
  if (kind === 'MEASURE_TO_COORDINATE') return conflictsFor(part, context);
  const box = boxOfWaiting(kind);
  if (box) {
    const asked = {
      kind,
      not,
      lists: listsFor(box, context),
      ...(isOfAssignee(kind, context) && { assignees: await answersFor(context) }),
    };
    const found = await stores.waiting.requests(asked, part);
    return found.map((request) => ({ kind, order: request.order ?? '', request }));
  }
  const readable = readableWaiting(alwaysNeeded(kind, shareable), permissions);
  if (!readable) return [];
  if (kind === 'GROUP_TO_COUNTERSIGN') {
    // A group is of no case: which of them have a member in one is not looked up.
    if (readable.isOfCase) return [];
    return (await stores.waiting.groups(not, part)).map((group) => itemOfGroup(group, context));
  }
  const after = lapsing.includes(kind) ? later(part.after, dueAfter(now)) : part.after;
  const listed = ofDossiersCases.includes(kind)
    ? { filter: ofCases(readable.filter, context), isOfCase: true }
    : readable;
  const before = kind === 'MEASURE_TO_FINISH' ? { before: waitingBy(now) } : {};
  const records = await stores.waiting.onDossiers({ kind, not, ...listed, ...before }, { ...part, after });
  return records.map((record) => itemOfRecord(record, context));
}

/** A page of what waits for the officer, of all kinds together. */
async function pageOf(
  definition: AgencyDefinition,
  kinds: readonly WaitingKind[],
  request: PageRequest,
  context: RequestContext,
) {
  const items: WaitingItem[] = [];
  let { after } = request;
  let isMore = true;
  for (let round = 0; round < mostRounds && isMore && items.length < request.first; round++) {
    const wanted = request.first - items.length;
    const part = { after, limit: wanted + 1 };
    const ofKinds = await Promise.all(kinds.map((kind) => foundOf(definition, kind, part, context)));
    const found = ofKinds.flat().sort((one, other) => (one.order < other.order ? -1 : 1));
    isMore = found.length > wanted;
    const next = found.slice(0, wanted);
    items.push(...(await shownItems(next, context, definition.policy.shareable)));
    after = next.at(-1)?.order;
  }
  return connectionOf(request, items, ({ order }) => order, isMore && items.length > 0);
}

async function countOf(definition: AgencyDefinition, kind: WaitingKind, context: RequestContext) {
  const found = await foundOf(definition, kind, { after: undefined, limit: mostCounted + 1 }, context);
  return { kind, count: Math.min(found.length, mostCounted), isMore: found.length > mostCounted };
}

const dossier = (
  item: { dossier: string },
  _arguments: unknown,
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
) => loaders.dossier.load({ id: item.dossier, fields: dossierFieldsAsked(info) });
const ofItem = {
  since: ({ since }: WaitingItem) => since.toISOString(),
  due: ({ due }: WaitingItem) => due?.toISOString() ?? null,
  steps: ({ steps }: WaitingItem) =>
    steps.map((action: WaitingAction) => ({ action, roles: actions[actionOfStep(action)] })),
};

/** The inbox of an agency's officers: what waits for them, in the order in which it is due. */
export function waitingResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  return {
    [`${typePrefixOf(definition)}Query`]: {
      waiting: async (
        _source: unknown,
        { kinds, ...page }: PageArguments & { kinds?: readonly WaitingKind[] | null },
        context: RequestContext,
      ) => {
        const mine = waitingKindsFor(context.permissions.verdicts).filter(
          (kind) => kinds?.includes(kind) ?? true,
        );
        const request = await pageRequest(page, context.cursors, `waiting ${mine.join(' ')}`);
        return {
          ...(await pageOf(definition, mine, request, context)),
          counts: async () =>
            (await Promise.all(mine.map((kind) => countOf(definition, kind, context)))).filter(
              ({ count }) => count > 0,
            ),
        };
      },
    },
    WaitingItem: { __resolveType: ({ __typename }: WaitingItem) => __typename },
    WaitingRelease: { ...ofItem, dossier },
    WaitingLink: { ...ofItem, dossier },
    WaitingShareable: { ...ofItem, dossier },
    WaitingValues: { ...ofItem, dossier },
    WaitingGroup: ofItem,
    WaitingAlert: ofItem,
    WaitingRequest: ofItem,
    WaitingMeasure: ofItem,
    WaitingMessage: {
      ...ofItem,
      from: ({ parked }: { parked: InboxRecord }) => parked.from,
      message: ({ parked }: { parked: InboxRecord }) => parkedMessageOf(parked),
    },
  };
}
