import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { releaseIdOf } from '../../../../terms/release-id.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { Notice } from '../../records/notices/notice-record.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';

/** Resolvers for the notices between the agencies, for the officers who must act on them. */
export const noticeResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    notices: async (_source: unknown, page: PageArguments, { cursors, stores }: RequestContext) => {
      const request = await pageRequest(page, cursors, 'notices');
      const found = await stores.notices.page({ before: request.after, limit: request.first + 1 });
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
