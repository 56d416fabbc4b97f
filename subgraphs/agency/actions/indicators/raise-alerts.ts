import { agencies } from '../../../../terms/agencies.ts';
import type { Alert } from '../../records/alerts/alert.ts';
import { pairOf, withAlertColumns } from '../../records/alerts/alert-record.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import { randomId } from '../../records/random-id.ts';
import type { Match } from '../../storage/indicators/indicator-store.ts';
import type { Comparing } from './comparing.ts';

/** The most cases that one identifier raises alerts for. */
const mostCases = 100;

/**
 * Raises an alert for each own case of which a dossier holds an identifier that another agency holds too. Done again it raises none anew.
 * @returns the number that were raised
 */
export async function raiseAlerts(
  { own, alerts, sightings, hits, book }: Pick<Comparing, 'own' | 'alerts' | 'sightings' | 'hits' | 'book'>,
  matches: readonly Match[],
  now: Date,
): Promise<number> {
  let raised = 0;
  for (const { own: indicator, theirs } of matches) {
    const { _id: name, other, kind, indicator: identifier, element } = indicator;
    if (identifier === undefined || kind === undefined || !element) continue;
    const holding = await sightings.holding(identifier);
    const [first] = holding;
    if (first) await hits.give(alertReference(element, own), first.dossier, other, now);
    const reference = alertReference(element, other);
    const cases = [...new Set(holding.flatMap(({ cases: each }) => each))].sort().slice(0, mostCases);
    for (const number of cases) {
      const alert: Alert = {
        id: `${agencies[own].idPrefix}A-${randomId(16)}`,
        other,
        kind,
        case: number,
        since: now,
      };
      const names = { own: name, theirs, case: number };
      const isNew = await alerts.insert(
        withAlertColumns(
          {
            _id: alert.id,
            version: 1,
            alert,
            ...names,
            indicator: identifier,
            reference,
            pair: pairOf(names),
            place: messageIdOf(alert.id, now),
            taken: [],
          },
          now,
        ),
      );
      if (!isNew) continue;
      raised++;
      await book.note({
        key: `ALERT_RAISED ${alert.id}`,
        from: other,
        kind: 'ALERT_RAISED',
        at: now,
        receivedAt: now,
        data: { alert: alert.id },
      });
    }
  }
  return raised;
}
