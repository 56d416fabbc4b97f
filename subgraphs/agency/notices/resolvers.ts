import type { Resolvers } from '../../../schema/protected-schema.ts';
import { messageIdForm } from '../channel/message.ts';
import type { RequestContext } from '../context.ts';
import { type AgencyDefinition, typePrefixOf } from '../definition.ts';
import type { PageArguments } from '../paging/connection.ts';
import { beforeOf, type Mark, newestFirst } from '../paging/newest-first.ts';
import type { Notice } from './record.ts';

const mark: Mark = { prefix: 'notice', form: messageIdForm, list: 'these notices' };

/** What the agencies have notified each other of, to those who must act on it. */
export const noticeResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    notices: async (_source: unknown, page: PageArguments, { stores }: RequestContext) => {
      const before = beforeOf(mark, page);
      const found = await stores.notices.page({ before, limit: page.first + 1 });
      return newestFirst(mark, page, found, ({ place }) => place);
    },
  },
  Notice: {
    id: ({ _id }: Notice) => _id,
    at: ({ at }: Notice) => at.toISOString(),
    dossier: ({ data }: Notice) => data.dossier ?? null,
    about: ({ data }: Notice) => data.about ?? null,
    decision: ({ data }: Notice) => data.decision ?? null,
    release: ({ data }: Notice) => data.release ?? null,
    classes: ({ data }: Notice) => data.classes ?? null,
    purposes: ({ data }: Notice) => data.purposes ?? null,
    from: ({ data }: Notice) => data.from ?? null,
    until: ({ data }: Notice) => data.until ?? null,
    acknowledgedAt: ({ acknowledgedAt }: Notice) => acknowledgedAt?.toISOString() ?? null,
  },
});
