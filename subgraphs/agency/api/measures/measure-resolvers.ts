import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { type MeasureCheckState, type MeasureState, measureStates } from '../../../../terms/enums.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { weekOf } from '../../records/formats/dates/day-window.ts';
import { measureFigures } from '../../records/measures/measure-figures.ts';
import type { MeasureRow } from '../../records/measures/measure-row.ts';
import { isOpen } from '../../records/measures/measure-transition.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandDays } from '../execution/demand-days.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { paced } from '../work/paced.ts';
import { objectsOf } from '../work/work-limits.ts';
import { type ListedMeasure, listedMeasure, measureFields } from './listed-measure.ts';
import { checkOf } from './measure-check-resolvers.ts';

interface MeasureArguments extends PageArguments {
  week?: string | null;
  states?: readonly MeasureState[] | null;
  checks?: readonly MeasureCheckState[] | null;
}

/** The states in which the viewer could read a measure of some dossier, of those that they ask for. */
function statesFor(
  states: readonly MeasureState[] | null | undefined,
  { permissions }: RequestContext,
): MeasureState[] {
  return measureStates.filter(
    (state) =>
      (states?.includes(state) ?? true) &&
      permissions.filterOf(isOpen({ state }) ? 'TACTICAL' : 'CASE') !== undefined,
  );
}

/** Tells if a measure is asked for by the result of its comparison. */
async function isOfChecks(
  { part, measure }: ListedMeasure,
  checks: readonly MeasureCheckState[] | null | undefined,
  context: RequestContext,
): Promise<boolean> {
  if (!checks) return true;
  // To whoever may not read what it says nothing is found by it.
  if (context.permissions.decide('TACTICAL', part) !== 'ALLOW') return false;
  return checks.includes((await checkOf({ ...measure, dossier: part }, context)).state);
}

/** A page of the measures in the dossiers of the mandate's case. */
async function listed(
  _source: unknown,
  { week, states: named, checks, ...page }: MeasureArguments,
  context: RequestContext,
) {
  const { cursors, mandate, stores } = context;
  const states = statesFor(named, context);
  const days = week == null ? undefined : weekOf(week);
  const request = await pageRequest(
    page,
    cursors,
    ['measures', days?.from ?? '-', ...states, ...(checks ?? [])].join(' '),
  );
  const { shown, isMore } = await shownPage<MeasureRow, ListedMeasure & { order: string }>(request, {
    read: async (part) =>
      mandate.case === undefined ? [] : stores.measures.page({ case: mandate.case, states, days }, part),
    placeOf: ({ order }) => order,
    // It may have changed after the list was read.
    async show(row) {
      const found = await listedMeasure(row, context);
      if (!found || !states.includes(found.measure.state)) return undefined;
      return (await isOfChecks(found, checks, context)) ? { ...found, order: row.order } : undefined;
    },
  });
  return connectionOf(request, shown, ({ order }) => order, isMore);
}

/** The measures of an agency, as its officers list them, and what overseers are told of those that one officer took alone. */
export const measureResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    measures: listed,
    measureFigures: async (
      _source: unknown,
      days: { from: string; until: string },
      { stores, work }: RequestContext,
    ) => {
      const { from, to } = demandDays(days);
      return measureFigures(paced(stores.measures.takenAlone(from, to), work, objectsOf.countedRecord));
    },
  },
  ...measureFields,
});
