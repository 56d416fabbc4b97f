import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import type { Action } from '../../../../terms/actions.ts';
import { isDossierId } from '../../../../terms/agencies.ts';
import { dayOf } from '../../../../terms/days.ts';
import type { OverrideReason } from '../../../../terms/enums.ts';
import { type AskedWord, speakOnMeasure } from '../../actions/measures/speak-on-measure.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { unknownRecord } from '../../records/action-outcome.ts';
import { comparedIdOf, runOf } from '../../records/measures/comparing/compared-measure.ts';
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

/** The comparison of a measure. One that has no window is not compared, and says so. */
export async function checkOf(
  { dossier, ...measure }: MeasureOfDossier,
  { loaders, now }: Pick<RequestContext, 'loaders' | 'now'>,
): Promise<ShownCheck> {
  const [row] = comparedMeasuresOf({ _id: dossier._id, cases: [], measures: [measure] });
  return row ? shownCheck(row, await loaders.check.load(row._id), now) : notCompared;
}

/** Of a measure of earlier versions, or one that was recorded without its days. */
const notCompared: ShownCheck = { state: 'NOT_COMPARED', since: undefined, version: 0, conflicts: [] };

interface Target {
  dossier: string;
  measure: string;
  version: number;
}

/** The word of a supervisor on the conflicts of a measure. */
const onConflicts =
  <Input extends Target>(
    action: Action,
    eventOf: (input: Input, given: { run: string; by: string; at: Date }) => AskedWord['event'],
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
      event: eventOf(input, { run: runOf(row), by: author.by, at: author.at }),
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
    coordinateMeasure: onConflicts('coordinateMeasure', (_input, given) => ({
      kind: 'COORDINATE',
      ...given,
    })),
    overrideMeasure: onConflicts<Target & { reason: OverrideReason }>(
      'overrideMeasure',
      ({ reason }, given) => ({ kind: 'OVERRIDE', ...given, reason }),
    ),
  },
});
