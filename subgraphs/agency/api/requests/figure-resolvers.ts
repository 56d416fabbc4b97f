import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { requestFigures } from '../../records/requests/request-figures.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandDays } from '../execution/demand-days.ts';
import { paced } from '../work/paced.ts';
import { objectsOf } from '../work/work-limits.ts';

/** The figures of an agency's requests, for those who watch over the deadlines. */
export const figureResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    requestFigures: async (
      _source: unknown,
      days: { from: string; until: string },
      { stores, now, work }: RequestContext,
    ) => {
      const { from, to } = demandDays(days);
      const halves = paced(stores.requests.halves(from, to), work, objectsOf.countedRecord);
      return requestFigures(halves, now);
    },
  },
});
