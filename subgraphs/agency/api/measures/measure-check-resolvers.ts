import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import { dayOf } from '../../../../terms/days.ts';
import type { OverrideReason } from '../../../../terms/enums.ts';
import { speakOnMeasure } from '../../actions/measures/speak-on-measure.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { unknownRecord } from '../../records/action-outcome.ts';
import { comparedIdOf } from '../../records/measures/comparing/compared-measure.ts';
import { comparedMeasuresOf } from '../../records/measures/comparing/compared-measures-of.ts';
import { type ShownCheck, shownCheck } from '../../records/measures/comparing/shown-check.ts';
import type { ShownConflict } from '../../records/measures/comparing/shown-conflict.ts';
import type { MeasureOfDossier } from '../../records/measures/measure-of-dossier.ts';
import type { CancelledSeries } from '../../storage/measures/measure-budget-store.ts';
import type { MeasureOverride } from '../../storage/measures/measure-exchange.ts';
import { authorOf } from '../context/author-of.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandCaseOf, demandGroundAbroad, demandReading } from '../execution/demand-reading.ts';
import { objectsOf } from '../work/work-limits.ts';

/** The comparison of a measure; undefined for one that is not compared, since it has no window. */
export async function checkOf(
  { dossier, ...measure }: MeasureOfDossier,
  { loaders, now }: Pick<RequestContext, 'loaders' | 'now'>,
): Promise<ShownCheck | undefined> {
  const [row] = comparedMeasuresOf({ _id: dossier, cases: [], measures: [measure] });
  return row && shownCheck(row, await loaders.check.load(row._id), now);
}

interface Target {
  dossier: string;
  measure: string;
  version: number;
}

/** The word of a supervisor on the conflicts of a measure. */
const onConflicts =
  <Input extends Target>(
    action: Action,
    eventOf: (input: Input, by: string, at: Date) => Parameters<typeof speakOnMeasure>[2]['event'],
  ) =>
  async (_source: unknown, { input }: { input: Input }, context: RequestContext) => {
    const { dossier: id, measure, version } = input;
    const of = comparedIdOf({ dossier: id, measure });
    demandGroundAbroad(context, action);
    if (!isDossierId(id)) return unknownRecord(id);
    const { stores, reads, now } = context;
    const dossier = await stores.writes.read(id);
    if (!dossier) return unknownRecord(id);
    reads.note(dossier);
    demandReading(context, dossier, ['CASE', 'TACTICAL']);
    demandCaseOf(context, dossier, action);
    const row = comparedMeasuresOf(dossier).find((each) => each._id === of);
    if (!row) return unknownRecord(measure);
    const author = authorOf(context, action, input);
    const outcome = await speakOnMeasure(stores.checks, author, {
      id: of,
      version,
      isKnown: async () => true,
      event: eventOf(input, author.by, author.at),
    });
    return 'check' in outcome
      ? { __typename: 'RecordedMeasureCheck', of, check: shownCheck(row, outcome.check, now) }
      : outcome;
  };

/** The comparisons of measures, as officers of their cases see them and speak on them, and as overseers are told of all of them. */
export const measureCheckResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  MeasureCheckResult: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
  MeasureCheck: {
    since: ({ since }: ShownCheck) => since?.toISOString() ?? null,
  },
  MeasureConflict: {
    since: ({ since }: ShownConflict) => since.toISOString(),
    contactPoint: async ({ agency }: ShownConflict, _arguments: unknown, { loaders }: RequestContext) =>
      (await loaders.contact.load(agency)) ?? null,
  },
  CancelledSeries: {
    case: ({ case: number }: CancelledSeries) => number ?? null,
    officer: ({ officer }: CancelledSeries) => officer ?? null,
    day: ({ day }: CancelledSeries) => dayOf(day),
  },
  ToldSeries: { day: ({ day }: { day: Date }) => dayOf(day) },
  MeasureOverride: { at: ({ at }: MeasureOverride) => at.toISOString() },
  [`${typePrefixOf(definition)}Query`]: {
    measureExchange: async (_source: unknown, _arguments: unknown, { stores, now, work }: RequestContext) => {
      if (!work.made(objectsOf.exchange)) await work.whenFree();
      return stores.measureExchange(now);
    },
  },
  [`${typePrefixOf(definition)}Mutation`]: {
    coordinateMeasure: onConflicts('coordinateMeasure', (_input, by, at) => ({ kind: 'COORDINATE', by, at })),
    overrideMeasure: onConflicts<Target & { reason: OverrideReason }>(
      'overrideMeasure',
      ({ reason }, by, at) => ({ kind: 'OVERRIDE', by, at, reason }),
    ),
  },
});
