import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { ownerOf } from '../../../../terms/agencies.ts';
import { type NoticeDirection, type NoticeKind, noticeKinds, type Role } from '../../../../terms/enums.ts';
import { releaseIdOf } from '../../../../terms/release-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { Notice } from '../../records/notices/notice-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { isShown } from './is-shown.ts';

/** The roles that read of what the agencies have told each other; others read what is for them alone. */
const readingAll: readonly Role[] = ['LIAISON', 'SUPERVISOR'];

/** The filters of a list of notices. */
interface NoticeArguments {
  kinds?: readonly NoticeKind[] | null;
  direction?: NoticeDirection | null;
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
    dossier: ({ data }: Notice, _arguments: unknown, context: RequestContext) => named(data.dossier, context),
    about: ({ data }: Notice, _arguments: unknown, context: RequestContext) => named(data.about, context),
    request: ({ data }: Notice) => data.request,
    operation: ({ data }: Notice) => data.operation,
    part: ({ data }: Notice) => data.part,
    alert: ({ data }: Notice) => data.alert,
    measure: ({ data }: Notice) => data.measure,
    values: ({ data }: Notice) => data.values,
    whole: ({ data }: Notice) => data.whole,
    decision: ({ data }: Notice) => data.decision,
    release: async ({ data: { dossier, release } }: Notice, _arguments: unknown, context: RequestContext) => {
      if (dossier === undefined || release === undefined) return null;
      await named(dossier, context);
      return releaseIdOf({ dossier, release });
    },
    classes: ({ data }: Notice) => data.classes,
    purposes: ({ data }: Notice) => data.purposes,
    from: ({ data }: Notice) => data.from,
    until: ({ data }: Notice) => data.until,
  },
});
