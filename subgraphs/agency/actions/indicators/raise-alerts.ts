import { agencies } from '../../../../terms/agencies.ts';
import type { Alert } from '../../records/alerts/alert.ts';
import { withAlertColumns } from '../../records/alerts/alert-record.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import { casesToWarn } from '../../records/indicators/spread.ts';
import { messageIdOf } from '../../records/messages/message.ts';
import { randomId } from '../../records/random-id.ts';
import type { Match } from '../../storage/indicators/told-store.ts';
import { changeAlerts } from './change-alerts.ts';
import type { Comparing } from './comparing.ts';
import { endHits } from './end-hits.ts';

/** The most cases that one identifier raises alerts for. */
const mostCases = 100;

type Raising = Pick<Comparing, 'own' | 'alerts' | 'sightings' | 'hits' | 'book'>;

/** Raises the alert of one case, and notes it for its officers. */
async function raise(
  { own, alerts, book }: Raising,
  { own: indicator, theirs, isFormer }: Match,
  { number, dossiers }: { number: string; dossiers: string[] },
  now: Date,
): Promise<boolean> {
  const { _id: name, other, kind, indicator: identifier, element, formerOfOther } = indicator;
  if (identifier === undefined || kind === undefined || !element) return false;
  const alert: Alert = {
    id: `${agencies[own].idPrefix}A-${randomId(16)}`,
    other,
    kind,
    case: number,
    since: now,
  };
  const names = { own: name, theirs, case: number };
  const record = withAlertColumns(
    {
      _id: alert.id,
      version: 1,
      alert,
      ...names,
      indicator: identifier,
      dossiers,
      reference: (isFormer ? formerOfOther : undefined) ?? alertReference(element, other),
      place: messageIdOf(alert.id, now),
      taken: [],
    },
    now,
  );
  const { id, isNew } = await alerts.raise(record);
  // Again for one that is there: whoever raised it may have ended before it was noted.
  await book.note({
    key: `ALERT_RAISED ${id}`,
    from: other,
    kind: 'ALERT_RAISED',
    at: now,
    receivedAt: now,
    data: { alert: id },
  });
  return isNew;
}

/**
 * Raises an alert for each own case of which a dossier holds an identifier that another agency holds too. Done again it raises none anew.
 * @returns the number that were raised
 */
export async function raiseAlerts(parts: Raising, matches: readonly Match[], now: Date): Promise<number> {
  const { own, alerts, sightings, hits } = parts;
  let raised = 0;
  for (const match of matches) {
    const { _id: name, other, indicator: identifier, element, was, formerReference } = match.own;
    if (identifier === undefined || !element) continue;
    const spread = (await sightings.spread([identifier])).get(identifier);
    const first = spread?.first;
    if (!spread || !first) continue;
    await hits.give(alertReference(element, own), first.dossier, other, now);
    // The other agency may know the identifier by that of the epoch before alone.
    if (was && formerReference) await hits.give(formerReference, first.dossier, other, now);
    for (const number of casesToWarn(spread, mostCases)) {
      const dossiers = await sightings.dossiersOf(identifier, number);
      if (await raise(parts, match, { number, dossiers }, now)) raised++;
    }
    // Whoever lets go of it at this moment may not have seen these.
    const left = (await sightings.spread([identifier])).get(identifier)?.cases ?? new Set();
    const stale = (await alerts.ofIndicator([name])).filter(({ case: caseNumber }) => !left.has(caseNumber));
    await changeAlerts(alerts, stale, { kind: 'WITHDRAW', by: 'OWN', at: now });
    if (left.size === 0) await endHits(hits, match.own, own);
  }
  return raised;
}
