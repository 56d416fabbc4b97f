import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { callerError } from '../../../../server/errors.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { operationFigures } from '../../records/operations/operation-figures.ts';
import {
  mostQuarters,
  operationQuarters,
  quarterAbroad,
  quartersBetween,
  type ToldQuarter,
} from '../../records/operations/operation-quarters.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandDays } from '../execution/demand-days.ts';
import { paced } from '../work/paced.ts';
import { objectsOf } from '../work/work-limits.ts';

/** A sum that is told, or not. */
const sumOf =
  <Name extends keyof ToldQuarter['results']>(name: Name) =>
  ({ results }: ToldQuarter) =>
    results[name];

/** The figures of an agency's joint operations: for those who watch over them, and for the heads of both agencies. */
export const operationFigureResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    operationFigures: async (
      _source: unknown,
      days: { from: string; until: string },
      { stores, now, work }: RequestContext,
    ) => {
      const { from, to } = demandDays(days);
      const found = stores.operationLookups.between(from, to);
      return operationFigures(paced(found, work, objectsOf.countedRecord), now);
    },
    operationQuarters: async (
      _source: unknown,
      asked: { from: string; until: string },
      { stores, permissions, work }: RequestContext,
    ): Promise<ToldQuarter[]> => {
      const span = quartersBetween(asked.from, asked.until);
      if (!span) {
        throw callerError(
          'BAD_USER_INPUT',
          `\`from\` and \`until\` must be quarters such as 2026-Q1, \`from\` no later than \`until\`, and at most ${mostQuarters}.`,
        );
      }
      const ended = stores.operationLookups.endedBetween(span.from, span.to);
      const quarters = await operationQuarters(span.quarters, paced(ended, work, objectsOf.countedRecord));
      return permissions.verdicts.side === 'own' ? quarters : quarters.map(quarterAbroad);
    },
  },
  OperationQuarter: {
    measures: sumOf('measures'),
    arrested: sumOf('arrested'),
    victimsFound: sumOf('victimsFound'),
    victimsWarned: sumOf('victimsWarned'),
    seized: sumOf('seized'),
    returned: sumOf('returned'),
  },
});
