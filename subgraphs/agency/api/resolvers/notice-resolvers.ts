import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { ownerOf } from '../../../../terms/agencies.ts';
import { type NoticeDirection, type NoticeKind, noticeKinds, type Role } from '../../../../terms/enums.ts';
import { releaseIdOf } from '../../../../terms/release-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { Notice } from '../../records/notices/notice-record.ts';
import { assigneeOf } from '../../records/requests/information-request.ts';
import { endOf } from '../../records/requests/request-state.ts';
import { isUnread, seenHalf } from '../../records/requests/unread-half.ts';
import { isKnownAlert } from '../alerts/known-alert.ts';
import type { RequestContext } from '../context/request-context.ts';
import { worksOn } from '../execution/demand-reading.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { shownRequest } from '../requests/shown-request.ts';
import { isWarned } from '../requests/waits-for.ts';

/** The roles that read of what the agencies have told each other; others read what is for them alone. */
const readingAll: readonly Role[] = ['LIAISON', 'SUPERVISOR'];

/** What an officer lists notices by. */
interface NoticeArguments {
  kinds?: readonly NoticeKind[] | null;
  direction?: NoticeDirection | null;
}

/**
 * Notices of what is told of a request alone to those who may know of it: warnings of its deadline, a withdrawal, and what one officer
 * did to another's work on it. Of one whose form was not found in order nothing is known here: the warning that its time is over, and a
 * withdrawal after that, would tell every liaison that something was found. An alert is for the officers of its case, a dossier with another agency's case for supervisors, and what
 * retention is about to erase, or an officer of another case contests or takes back, for the supervisors of the dossier's cases.
 */
async function isShown({ kind, data }: Notice, context: RequestContext): Promise<boolean> {
  if (kind === 'ALERT_RAISED') {
    const alert = await context.loaders.alert.load(data.alert ?? '');
    return alert !== null && isKnownAlert(alert, context);
  }
  if (kind === 'MEASURE_AUTHORISED' || kind === 'MEASURE_CANCELLED' || kind === 'MEASURE_CONFLICT') {
    const { loaders, permissions } = context;
    const dossier = await loaders.found.load({ id: data.dossier ?? '', fields: ['cases'] });
    // It says of a plan, also once the measure is none any more.
    return dossier !== undefined && permissions.decide('TACTICAL', dossier) === 'ALLOW';
  }
  if (kind === 'FOREIGN_CASES') return context.permissions.verdicts.roles.includes('SUPERVISOR');
  // What was told is no more so.
  if (kind === 'ERASURE_AHEAD' && data.until === undefined) return false;
  if (kind === 'ERASURE_AHEAD' || kind === 'VALUE_CONTESTED' || kind === 'TAKEN_BACK') {
    const { loaders, permissions } = context;
    if (!permissions.verdicts.roles.includes('SUPERVISOR')) return false;
    const dossier = await loaders.found.load({ id: data.dossier ?? '', fields: ['cases'] });
    if (!dossier || !worksOn(context, { cases: dossier.cases ?? [] })) return false;
    return permissions.decide('CASE', dossier) === 'ALLOW';
  }
  const isOfWork = kind === 'REQUEST_TAKEN_OVER' || kind === 'REQUEST_WORDS_DROPPED';
  const isOfAssignee = kind === 'REQUEST_ASSIGNED';
  if (kind !== 'REQUEST_DUE' && kind !== 'REQUEST_WITHDRAWN' && !isOfWork && !isOfAssignee) return true;
  const { loaders, now } = context;
  const request = await loaders.request.load(data.request ?? '');
  if (isOfAssignee) {
    const { viewer, permissions } = context;
    const isFor = request && assigneeOf(request.half) === viewer.subject;
    if (!isFor && !permissions.verdicts.roles.includes('SUPERVISOR')) return false;
  }
  if (isOfWork || isOfAssignee)
    return request !== null && (await shownRequest(request, context)) !== undefined;
  const isUnseen = request !== null && isUnread(request.half);
  if (kind === 'REQUEST_WITHDRAWN')
    return !isUnseen || endOf(seenHalf(request.half, now), now)?.kind === 'WITHDRAWN';
  if (!request || (await shownRequest(request, context)) === undefined) return false;
  return !(isUnseen && data.part === 100) && isWarned(request, context);
}

/** A dossier that a notice names; an own one is on record as read. */
async function named(
  id: string | undefined,
  { dossiers, loaders, viewer }: RequestContext,
): Promise<string | null> {
  if (id === undefined || ownerOf(id) !== viewer.agency) return id ?? null;
  const dossier = await loaders.found.load({ id, fields: ['cases'] });
  if (dossier) dossiers.told(dossier);
  return id;
}

/** Resolvers for the notices between the agencies, for the officers who must act on them. */
export const noticeResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    notices: async (
      _source: unknown,
      { kinds, direction, ...page }: PageArguments & NoticeArguments,
      context: RequestContext,
    ) => {
      const { cursors, permissions, stores, viewer } = context;
      const isForOfficer = !permissions.verdicts.roles.some((role) => readingAll.includes(role));
      const asked = noticeKinds.filter((kind) => kinds?.includes(kind) ?? true);
      const list = ['notices', ...(kinds ? asked : []), ...(direction ? [direction] : [])].join(' ');
      const request = await pageRequest(page, cursors, list);
      const { shown, isMore } = await shownPage<Notice, Notice>(request, {
        read: ({ after: before, limit }) =>
          stores.notices.page({
            ...(kinds && { kinds: asked }),
            ...(direction && { direction }),
            officer: viewer.subject,
            isForOfficer,
            before,
            limit,
          }),
        placeOf: ({ place }) => place,
        show: async (notice) => ((await isShown(notice, context)) ? notice : undefined),
      });
      return connectionOf(request, shown, ({ place }) => place, isMore);
    },
  },
  Notice: {
    id: ({ _id }: Notice) => _id,
    at: ({ at }: Notice) => at.toISOString(),
    dossier: ({ data }: Notice, _arguments: unknown, context: RequestContext) => named(data.dossier, context),
    about: ({ data }: Notice, _arguments: unknown, context: RequestContext) => named(data.about, context),
    request: ({ data }: Notice) => data.request ?? null,
    part: ({ data }: Notice) => data.part ?? null,
    alert: ({ data }: Notice) => data.alert ?? null,
    measure: ({ data }: Notice) => data.measure ?? null,
    values: ({ data }: Notice) => data.values ?? null,
    whole: ({ data }: Notice) => data.whole ?? null,
    decision: ({ data }: Notice) => data.decision ?? null,
    release: async ({ data: { dossier, release } }: Notice, _arguments: unknown, context: RequestContext) => {
      if (dossier === undefined || release === undefined) return null;
      await named(dossier, context);
      return releaseIdOf({ dossier, release });
    },
    classes: ({ data }: Notice) => data.classes ?? null,
    purposes: ({ data }: Notice) => data.purposes ?? null,
    from: ({ data }: Notice) => data.from ?? null,
    until: ({ data }: Notice) => data.until ?? null,
    acknowledgedAt: ({ acknowledgedAt }: Notice) => acknowledgedAt?.toISOString() ?? null,
  },
});
