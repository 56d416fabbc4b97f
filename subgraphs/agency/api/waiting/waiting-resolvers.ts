import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { actions } from '../../../../terms/actions.ts';
import type { WaitingAction, WaitingKind } from '../../../../terms/enums.ts';
import type { InboxRecord } from '../../channel/stores/inbox-record.ts';
import { parkedMessageOf } from '../../channel/upkeep/channel-state.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { actionOfStep, waitingKindsFor } from '../../permissions/waiting-kinds.ts';
import type { RequestContext } from '../context/request-context.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, type PageRequest, pageRequest } from '../paging/page-request.ts';
import { findersOf } from './finders-of.ts';
import type { WaitingItem } from './waiting-item.ts';

/** A kind is counted up to here. */
const mostCounted = 100;

/** Most times that a page is filled up after items of it turned out not to wait for the viewer. */
const mostRounds = 10;

/** A page of what waits for the officer, of all kinds together. */
async function pageOf(
  finders: ReturnType<typeof findersOf>,
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
    const ofKinds = await Promise.all(kinds.map((kind) => finders[kind](part, context)));
    const found = ofKinds.flat().sort((one, other) => (one.order < other.order ? -1 : 1));
    isMore = found.length > wanted;
    const next = found.slice(0, wanted);
    const fields = [...new Set(next.flatMap(({ field }) => field ?? []))];
    const shown = await Promise.all(next.map((item) => item.show(fields)));
    items.push(...shown.filter((item) => item !== undefined));
    after = next.at(-1)?.order;
  }
  return connectionOf(request, items, ({ order }) => order, isMore && items.length > 0);
}

async function countOf(finders: ReturnType<typeof findersOf>, kind: WaitingKind, context: RequestContext) {
  const found = await finders[kind]({ after: undefined, limit: mostCounted + 1 }, context);
  return { kind, count: Math.min(found.length, mostCounted), isMore: found.length > mostCounted };
}

const dossier = (
  item: { dossier: string },
  _arguments: unknown,
  { loaders }: RequestContext,
  info: GraphQLResolveInfo,
) => loaders.dossier.load({ id: item.dossier, fields: dossierFieldsAsked(info) });
const ofItem = {
  steps: ({ steps }: WaitingItem) =>
    steps.map((action: WaitingAction) => ({ action, roles: actions[actionOfStep(action)] })),
};

/** The inbox of an agency's officers: what waits for them, in the order in which it is due. */
export function waitingResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const finders = findersOf(definition);
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
          ...(await pageOf(finders, mine, request, context)),
          counts: async () =>
            (await Promise.all(mine.map((kind) => countOf(finders, kind, context)))).filter(
              ({ count }) => count > 0,
            ),
        };
      },
    },
    WaitingRelease: { ...ofItem, dossier },
    WaitingLink: { ...ofItem, dossier },
    WaitingShareable: { ...ofItem, dossier },
    WaitingValues: { ...ofItem, dossier },
    WaitingGroup: ofItem,
    WaitingAlert: ofItem,
    WaitingRequest: ofItem,
    WaitingMeasure: ofItem,
    WaitingOperation: ofItem,
    WaitingMessage: {
      ...ofItem,
      from: ({ parked }: { parked: InboxRecord }) => parked.from,
      message: ({ parked }: { parked: InboxRecord }) => parkedMessageOf(parked),
    },
  };
}
