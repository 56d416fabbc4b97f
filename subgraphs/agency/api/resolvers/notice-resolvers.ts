import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type NoticeDirection, type NoticeKind, noticeKinds } from '../../../../terms/enums.ts';
import { releaseIdOf } from '../../../../terms/release-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { Notice } from '../../records/notices/notice-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** What an officer lists notices by. */
interface NoticeArguments {
  kinds?: readonly NoticeKind[] | null;
  direction?: NoticeDirection | null;
}

/** Resolvers for the notices between the agencies, for the officers who must act on them. */
export const noticeResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    notices: async (
      _source: unknown,
      { kinds, direction, ...page }: PageArguments & NoticeArguments,
      { cursors, stores }: RequestContext,
    ) => {
      const asked = noticeKinds.filter((kind) => kinds?.includes(kind) ?? true);
      const list = ['notices', ...(kinds ? asked : []), ...(direction ? [direction] : [])].join(' ');
      const request = await pageRequest(page, cursors, list);
      const found = await stores.notices.page({
        ...(kinds && { kinds: asked }),
        ...(direction && { direction }),
        before: request.after,
        limit: request.first + 1,
      });
      return connectionOf(request, found, ({ place }) => place);
    },
  },
  Notice: {
    id: ({ _id }: Notice) => _id,
    at: ({ at }: Notice) => at.toISOString(),
    dossier: ({ data }: Notice) => data.dossier ?? null,
    about: ({ data }: Notice) => data.about ?? null,
    decision: ({ data }: Notice) => data.decision ?? null,
    release: ({ data: { dossier, release } }: Notice) =>
      dossier !== undefined && release !== undefined ? releaseIdOf({ dossier, release }) : null,
    classes: ({ data }: Notice) => data.classes ?? null,
    purposes: ({ data }: Notice) => data.purposes ?? null,
    from: ({ data }: Notice) => data.from ?? null,
    until: ({ data }: Notice) => data.until ?? null,
    acknowledgedAt: ({ acknowledgedAt }: Notice) => acknowledgedAt?.toISOString() ?? null,
  },
});
