import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Agency } from '../../../../terms/agencies.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid } from '../../records/action-outcome.ts';
import {
  type FirstLoad,
  readLoad,
  type SignedTerms,
  termsInForce,
} from '../../records/indicators/first-load.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import { refuse } from '../../records/problem.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandGroundAbroad } from '../execution/demand-reading.ts';

const dayBefore = (end: Date): string => new Date(end.getTime() - 1).toISOString().slice(0, 10);

/** The larger quota for one load, which supervisors of both agencies sign. */
export const firstLoadResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Mutation`]: {
    signFirstLoad: async (
      _source: unknown,
      { input }: { input: { agency: Agency; slots: number; until: string } },
      context: RequestContext,
    ) => {
      // The other agency is told the terms, and may compare more of what both hold by them.
      demandGroundAbroad(context, 'signFirstLoad');
      const { viewer, stores, now } = context;
      const read = readLoad(input, now);
      const ofOwn =
        input.agency === definition.agency
          ? refuse('OWN_AGENCY', 'must be another agency', 'agency').problems
          : [];
      const problems = [...ofOwn, ...('problems' in read ? read.problems : [])];
      if ('problems' in read || problems.length > 0) return invalid(problems);
      const { slots, until } = read.terms;
      const load = await stores.firstLoads.signLoad(
        input.agency,
        { slots, until, at: now, by: viewer.subject },
        {
          id: messageIdOf(`load ${input.agency} ${slots} ${until.toISOString()}`, now),
          to: input.agency,
          type: 'concord.indicator.load.v1',
          at: now,
          data: { slots, until: until.toISOString() },
        },
      );
      if ('problems' in load) return invalid(load.problems);
      return { __typename: 'RecordedFirstLoad', of: input.agency, firstLoad: load };
    },
  },
  FirstLoad: {
    agency: ({ _id }: FirstLoad) => _id,
    isInForce: (load: FirstLoad, _arguments: unknown, { now }: RequestContext) =>
      termsInForce(load, now) !== undefined,
    usedHere: (load: FirstLoad, _arguments: unknown, { stores }: RequestContext) =>
      stores.firstLoads.usedOfLoad('HERE', load),
    usedThere: (load: FirstLoad, _arguments: unknown, { stores }: RequestContext) =>
      stores.firstLoads.usedOfLoad('THERE', load),
    replaced: ({ replaced = [] }: FirstLoad) => replaced.toReversed(),
  },
  SignedTerms: { until: ({ until }: SignedTerms) => dayBefore(until) },
});
