import { othersThan } from '../../../../terms/agencies.ts';
import { mostHolders } from '../../records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { changeAlerts } from './change-alerts.ts';
import type { Comparing } from './comparing.ts';
import { endHits } from './end-hits.ts';
import { raiseAlerts } from './raise-alerts.ts';

/** The changes that are followed at a time. */
const together = 200;

type Following = Pick<
  Comparing,
  'own' | 'sightings' | 'indicators' | 'alerts' | 'hits' | 'book' | 'pace' | 'isCommon'
>;

/**
 * Brings one identifier's indicators to what its dossiers hold now. Alerts are changed first and the sighting is known last, so that
 * whatever ends it half-way, it is done again.
 */
async function follow(parts: Following, sighting: SightingRecord, now: Date): Promise<void> {
  const { own, sightings, indicators, alerts } = parts;
  const { indicator } = sighting;
  // So many hold it that it tells nobody apart, or none does.
  const isToldOf = (holders: number) => holders > 0 && holders <= mostHolders && !parts.isCommon(indicator);
  const [known, holding, holders] = await Promise.all([
    indicators.of(indicator),
    sightings.holding(indicator),
    sightings.holders(indicator),
  ]);
  const isTold = isToldOf(holders);
  const cases = new Set(isTold ? holding.flatMap(({ cases: each }) => each) : []);
  const raised = known.length > 0 ? await alerts.ofIndicator(known.map(({ _id }) => _id)) : [];
  const ended = raised.filter(({ case: number }) => !cases.has(number));
  await changeAlerts(alerts, ended, { kind: 'WITHDRAW', by: 'OWN', at: now });
  if (!isTold) for (const each of known) await endHits(parts.hits, each, own);
  if (isTold) {
    // Another dossier of an identifier whose tokens are known: its case has an alert of its own.
    const matches = await Promise.all(known.map((each) => indicators.heardOf({ ...each, state: 'TOLD' })));
    await raiseAlerts(parts, matches.flat(), now);
  }
  await indicators.together(async (session) => {
    await sightings.known(sighting, session);
    const isToldNow = isToldOf(await sightings.holders(indicator, session));
    // Where this one is gone another may be left, of so many that none was compared before.
    const wanted = sighting.change === 'GONE' ? holding[0] : sighting;
    if (!isToldNow) await indicators.letGo(indicator, session);
    else if (wanted)
      await indicators.want(wanted, othersThan(own), { at: now, perDay: parts.pace.perDay }, session);
  });
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
      // One at least: on a slow machine the time may be over before the first, each time.
      if (ending?.aborted && followed > 0) return followed;
      await follow(parts, sighting, now);
      followed++;
    }
    if (changed.length < together) return followed;
  }
}
