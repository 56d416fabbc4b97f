import { othersThan } from '../../../../terms/agencies.ts';
import { alertReference } from '../../records/alerts/alert-reference.ts';
import { mostHolders } from '../../records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { changeAlerts } from './change-alerts.ts';
import type { Comparing } from './comparing.ts';
import { raiseAlerts } from './raise-alerts.ts';

/** The changes that are followed at a time. */
const together = 200;

type Following = Pick<
  Comparing,
  'own' | 'sightings' | 'indicators' | 'alerts' | 'hits' | 'book' | 'isCommon'
>;

/** Brings one identifier's indicators to what its dossiers hold now. */
async function follow(parts: Following, sighting: SightingRecord, now: Date): Promise<void> {
  const { own, sightings, indicators, alerts } = parts;
  const { indicator } = sighting;
  const before = await indicators.of(indicator);
  await indicators.together(async (session) => {
    await sightings.known(sighting, session);
    const holders = await sightings.holders(indicator, session);
    // So many hold it that it tells nobody apart, or none does.
    const isTold = holders > 0 && holders <= mostHolders && !parts.isCommon(indicator);
    if (isTold && sighting.change === 'HELD') await indicators.want(sighting, othersThan(own), session);
    if (!isTold) await indicators.letGo(indicator, session);
  });
  const names = before.map(({ _id }) => _id);
  const [raised, holding] = await Promise.all([
    names.length > 0 ? alerts.ofIndicator(names) : [],
    sightings.holding(indicator),
  ]);
  const held = await sightings.holders(indicator);
  const cases = new Set(held > mostHolders ? [] : holding.flatMap(({ cases: each }) => each));
  const ended = raised.filter(({ case: number }) => !cases.has(number));
  await changeAlerts(alerts, ended, { kind: 'WITHDRAW', by: 'OWN', at: now });
  if (cases.size === 0)
    for (const { element } of before) if (element) await parts.hits.end(alertReference(element, own));
  // Another dossier of an identifier whose tokens are known: its case has an alert of its own.
  const matches = await Promise.all(before.map((each) => indicators.heardOf(each)));
  if (cases.size > 0) await raiseAlerts(parts, matches.flat(), now);
}

/**
 * Takes in what dossiers hold since, and hold no more. It can be done again, and by several instances at once.
 * @returns the number of changes that were taken in
 */
export async function followSightings(parts: Following, now: Date, ending?: AbortSignal): Promise<number> {
  let followed = 0;
  for (;;) {
    const changed = await parts.sightings.changed(together);
    for (const sighting of changed) {
      if (ending?.aborted) return followed;
      await follow(parts, sighting, now);
      followed++;
    }
    if (changed.length < together) return followed;
  }
}
