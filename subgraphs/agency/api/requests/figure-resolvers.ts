import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { boundsOfDay } from '../../records/reads/bounds-of-day.ts';
import { requestFigures } from '../../records/requests/request-figures.ts';
import type { RequestContext } from '../context/request-context.ts';
import { paced } from '../work/paced.ts';
import { objectsOf } from '../work/work-limits.ts';

/** More would be read than one answer can wait for. */
const mostDays = 366;
const day = 86_400_000;

/** The figures of an agency's requests, for those who watch over the deadlines. */
export const figureResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    requestFigures: async (
      _source: unknown,
      { from, until }: { from: string; until: string },
      { stores, now, work }: RequestContext,
    ) => {
      const [first, last] = [boundsOfDay(from), boundsOfDay(until)];
      if (
        !first ||
        !last ||
        last.from < first.from ||
        last.to.getTime() - first.from.getTime() > mostDays * day
      )
        throw callerError(
          'BAD_USER_INPUT',
          `\`from\` and \`until\` must be days such as 2026-11-25, \`from\` no later than \`until\` and with at most ${mostDays} days between them.`,
        );
      const halves = paced(stores.requests.halves(first.from, last.to), work, objectsOf.countedRecord);
      const figures = await requestFigures(halves, now);
      return figures.map(({ onTime, ...counts }) => ({ ...counts, onTime: onTime ?? null }));
    },
  },
});
