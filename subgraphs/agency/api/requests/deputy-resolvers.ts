import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { invalid, unknownRecord } from '../../records/action-outcome.ts';
import { type Deputy, readDeputy } from '../../records/requests/deputy.ts';
import type { RequestContext } from '../context/request-context.ts';

/** More officers than that are not out of office at once. */
const mostListed = 100;

const recorded = (deputy: Deputy) => ({ __typename: 'RecordedDeputy', of: deputy.deputy, deputy });

/**
 * Officers out of office and those who stand in for them. An agency knows its officers by their tokens alone: a name that is no liaison
 * officer's is of no effect, since what waits is shown to liaison officers only.
 */
export function deputyResolvers(definition: AgencyDefinition): Resolvers<RequestContext> {
  const prefix = typePrefixOf(definition);
  return {
    [`${prefix}Query`]: {
      deputies: (_source: unknown, _arguments: unknown, { stores, now }: RequestContext) =>
        stores.deputies.inForce(now, mostListed),
    },
    [`${prefix}Mutation`]: {
      setDeputy: async (
        _source: unknown,
        { input }: { input: { deputy: string; until: string } },
        { viewer, stores, now }: RequestContext,
      ) => {
        const deputy = stores.suspensions.subjectOf(input.deputy.trim());
        const read = readDeputy({ ...input, deputy }, viewer.subject, now);
        if ('problems' in read) return invalid(read.problems);
        await stores.deputies.set(read.deputy);
        return recorded(read.deputy);
      },
      endDeputy: async (
        _source: unknown,
        { input }: { input: { deputy: string } },
        { viewer, stores, now }: RequestContext,
      ) => {
        const deputy = stores.suspensions.subjectOf(input.deputy.trim());
        const ended = await stores.deputies.end({ _id: viewer.subject, deputy }, now);
        return ended ? recorded(ended) : unknownRecord(input.deputy);
      },
    },
    Deputy: {
      subject: ({ deputy }: Deputy) => deputy,
      standsInFor: ({ _id }: Deputy) => _id,
    },
  };
}
