import { indicatorKinds } from '../../../../terms/enums.ts';
import { mayCallWidelyShared } from '../../records/alerts/alert-state.ts';
import { dueAfter } from '../../records/waiting/waiting-record.ts';
import { classOfIndicator } from '../alerts/known-alert.ts';
import { readableHolders } from '../alerts/readable-holders.ts';
import { type Finder, itemOf, later } from './waiting-item.ts';

/** Alerts wait for officers of their case who may read identifiers of their kind. */
export const waitingAlerts: Finder = async ({ after, limit }, context) => {
  const { mandate, now, permissions, stores, viewer } = context;
  const kinds = indicatorKinds.filter((kind) => permissions.filterOf(classOfIndicator[kind]) !== undefined);
  if (mandate.case === undefined || kinds.length === 0) return [];
  const asked = { case: mandate.case, not: viewer.subject, kinds };
  // One that time has ended waits for nobody.
  const found = await stores.waiting.alerts(asked, { after: later(after, dueAfter(now)), limit });
  return found.map((record) => {
    const { _id, due, order = '', alert } = record;
    const kind = 'WIDELY_SHARED_TO_COUNTERSIGN';
    // The alert itself has its id: what waits on it is another object.
    const place = { id: `${_id} ${kind}`, since: alert.widelyShared?.at ?? alert.since, due };
    return {
      order,
      async show() {
        const waits = alert.widelyShared?.by !== viewer.subject && mayCallWidelyShared(alert, now);
        // An officer who may not read the identifier in any of its dossiers would be refused the step.
        const isShown = waits && (await readableHolders(record, context)).length > 0;
        const item = { ...itemOf(kind, place, context), order, alert: record };
        return isShown ? { ...item, __typename: 'WaitingAlert' } : undefined;
      },
    };
  });
};
