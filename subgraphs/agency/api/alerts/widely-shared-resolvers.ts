import DataLoader from 'dataloader';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import type { WidelyShared } from '../../records/indicators/widely-shared.ts';
import type { RequestContext } from '../context/request-context.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { classOfIndicator } from './known-alert.ts';

type SharedValue = WidelyShared & Pick<SightingRecord, 'kind' | 'value'>;

/** The values that too many own dossiers share to be compared. One that nobody holds any more is left out until the next count. */
export const widelySharedResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    widelyShared: async (_source: unknown, page: PageArguments, { cursors, stores }: RequestContext) => {
      const names = new DataLoader((indicators: readonly string[]) =>
        stores.widelyShared.named(indicators).then((named) => indicators.map((each) => named.get(each))),
      );
      const request = await pageRequest(page, cursors, 'widelyShared');
      const { shown, isMore } = await shownPage<WidelyShared, SharedValue>(request, {
        read: ({ after: before, limit }) => stores.widelyShared.page({ before, limit }),
        placeOf: ({ place }) => place,
        show: async (shared) => {
          const named = await names.load(shared._id);
          return named && { ...shared, ...named };
        },
      });
      return connectionOf(request, shown, ({ place }) => place, isMore);
    },
  },
  WidelySharedValue: {
    // It is no dossier's: a right to read it in some of them is none to read it here.
    value: ({ kind, value }: SharedValue, _arguments: unknown, { permissions }: RequestContext) =>
      permissions.verdicts.of[classOfIndicator[kind]] === 'ALLOW' ? value : null,
    // Colleagues who recorded it are for whoever watches over the use of the system.
    recorders: async ({ _id }: SharedValue, _arguments: unknown, { permissions, loaders }: RequestContext) =>
      permissions.verdicts.roles.includes('OVERSEER') ? loaders.recorders.load(_id) : null,
  },
});
