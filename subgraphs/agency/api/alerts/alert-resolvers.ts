import type { GraphQLResolveInfo } from 'graphql';
import type { Resolvers } from '../../../../schema/protect/protected-schema.ts';
import { dayOf } from '../../../../terms/days.ts';
import { type AlertState, alertStates } from '../../../../terms/enums.ts';
import { type AgencyDefinition, typePrefixOf } from '../../permissions/agency-definition.ts';
import { alertFigures } from '../../records/alerts/alert-figures.ts';
import type { AlertRecord } from '../../records/alerts/alert-record.ts';
import { alertState, isUnseen, lapseOf } from '../../records/alerts/alert-state.ts';
import { linkedWith } from '../../records/dossier/links/linked-with.ts';
import type { FullDay } from '../../storage/indicators/daily-budget.ts';
import type { RequestContext } from '../context/request-context.ts';
import { demandDays } from '../execution/demand-days.ts';
import { dossierFieldsAsked } from '../execution/dossier-fields-asked.ts';
import { connectionOf } from '../paging/connection.ts';
import { type PageArguments, pageRequest } from '../paging/page-request.ts';
import { shownPage } from '../paging/shown-page.ts';
import { paced } from '../work/paced.ts';
import { objectsOf } from '../work/work-limits.ts';
import { casesKnown, isKnownAlert } from './known-alert.ts';
import { shownMeans } from './known-means.ts';
import { readableHolders } from './readable-holders.ts';

/** A page of the alerts that the officer may know of. */
const listed = async (
  _source: unknown,
  { states, ...page }: PageArguments & { states?: readonly AlertState[] | null },
  context: RequestContext,
) => {
  const { cursors, stores, now } = context;
  const asked = alertStates.filter((state) => states?.includes(state) ?? true);
  const known = casesKnown(context);
  const request = await pageRequest(page, cursors, ['alerts', ...(states ? asked : [])].join(' '));
  const { shown, isMore } = await shownPage<AlertRecord, AlertRecord>(request, {
    read: async ({ after: before, limit }) =>
      known === undefined
        ? []
        : stores.alerts.page({
            ...(known !== 'ALL' && { case: known }),
            ...(states && { states: asked }),
            before,
            limit,
          }),
    placeOf: ({ place }) => place,
    show: async (record) => (asked.includes(alertState(record.alert, now)) ? record : undefined),
  });
  return connectionOf(request, shown, ({ place }) => place, isMore);
};

const fieldsOfAlerts = {
  Alert: {
    id: ({ _id }: AlertRecord) => _id,
    state: ({ alert }: AlertRecord, _arguments: unknown, { now }: RequestContext) => alertState(alert, now),
    isUnseen: ({ alert }: AlertRecord, _arguments: unknown, { now }: RequestContext) => isUnseen(alert, now),
    agency: ({ alert }: AlertRecord) => alert.other,
    kind: async (record: AlertRecord, _arguments: unknown, context: RequestContext) =>
      (await readableHolders(record, context)).length > 0 ? record.alert.kind : null,
    since: ({ alert }: AlertRecord) => alert.since,
    dossiers: async (
      record: AlertRecord,
      _arguments: unknown,
      context: RequestContext,
      info: GraphQLResolveInfo,
    ) => {
      const readable = await readableHolders(record, context, dossierFieldsAsked(info));
      context.dossiers.told(...readable);
      return readable;
    },
    isLinked: async (record: AlertRecord, _arguments: unknown, context: RequestContext) => {
      const { permissions, now } = context;
      const holders = await readableHolders(record, context, ['links']);
      // The links of a dossier are told of to those alone who may read CASE of it.
      return holders.some(
        (dossier) =>
          permissions.decide('CASE', dossier) === 'ALLOW' &&
          linkedWith(dossier.links ?? [], record.alert.other, now).length > 0,
      );
    },
    hasEndedThere: ({ alert }: AlertRecord) => alert.endedThereAt !== undefined,
    acknowledged: ({ alert }: AlertRecord) => alert.acknowledged,
    acted: ({ alert }: AlertRecord) => alert.acted,
    means: async (record: AlertRecord, _arguments: unknown, context: RequestContext) =>
      (await shownMeans(record, context))?.means,
    named: async (record: AlertRecord, _arguments: unknown, context: RequestContext) =>
      (await shownMeans(record, context))?.named,
    dismissed: ({ alert }: AlertRecord) => alert.dismissed,
    reason: ({ alert }: AlertRecord) => alert.dismissed?.reason,
    widelyShared: ({ alert }: AlertRecord) => alert.widelyShared,
    lapsesAt: ({ alert }: AlertRecord) => lapseOf(alert),
  },
  NumberRun: {
    day: ({ day: at }: { day: Date }) => dayOf(at),
  },
  FullDay: {
    day: ({ day: at }: FullDay) => dayOf(at),
    officers: ({ by }: FullDay) => by.map(({ officer, slots }) => ({ officer, identifiers: slots })),
  },
  ToldRun: {
    day: ({ day: at }: { day: Date }) => dayOf(at),
  },
  RecordedAlert: {
    of: ({ alert }: { alert: AlertRecord }) => alert._id,
  },
};

/** The alerts of an agency, as its officers list and read them, and what overseers are told of all of them. */
export const alertResolvers = (definition: AgencyDefinition): Resolvers<RequestContext> => ({
  [`${typePrefixOf(definition)}Query`]: {
    alerts: listed,
    alert: async (_source: unknown, { id }: { id: string }, context: RequestContext) => {
      const found = await context.stores.alerts.read(id);
      return found && isKnownAlert(found, context) ? found : null;
    },
    indicatorExchange: async (
      _source: unknown,
      _arguments: unknown,
      { stores, now, work }: RequestContext,
    ) => {
      if (!work.made(objectsOf.exchange)) await work.whenFree();
      return stores.indicatorExchange(now);
    },
    alertFigures: async (
      _source: unknown,
      days: { from: string; until: string },
      { stores, now, work }: RequestContext,
    ) => {
      const { from, to } = demandDays(days);
      return alertFigures(paced(stores.alerts.between(from, to), work, objectsOf.countedRecord), now);
    },
  },
  ...fieldsOfAlerts,
});
