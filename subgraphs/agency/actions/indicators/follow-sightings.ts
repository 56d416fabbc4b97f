import { othersThan } from '../../../../terms/agencies.ts';
import { mostHolders } from '../../records/indicators/comparing-pace.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { changeAlerts } from './change-alerts.ts';
import type { Comparing } from './comparing.ts';
import { endHits } from './end-hits.ts';
import { raiseAlerts } from './raise-alerts.ts';

/** The changes that one transaction takes in. */
const together = 50;

type Following = Pick<
  Comparing,
  'own' | 'sightings' | 'indicators' | 'alerts' | 'hits' | 'book' | 'pace' | 'isCommon'
>;

/** The changes of one identifier, with its indicators as they are known by now. */
interface Change {
  indicator: string;
  /** In their order. */
  sightings: SightingRecord[];
  known: IndicatorRecord[];
  isTold: boolean;
}

/** So many hold it that it tells nobody apart, or none does. */
const isToldOf = ({ isCommon }: Following, indicator: string, holders = 0): boolean =>
  holders > 0 && holders <= mostHolders && !isCommon(indicator);

/** The changes by their identifiers, in the order of the first of each. */
async function changesOf(parts: Following, changed: readonly SightingRecord[]): Promise<Change[]> {
  const byIndicator = new Map<string, SightingRecord[]>();
  for (const sighting of changed)
    byIndicator.set(sighting.indicator, [...(byIndicator.get(sighting.indicator) ?? []), sighting]);
  const known = await parts.indicators.of([...byIndicator.keys()]);
  const holders = await parts.sightings.holders([...new Set(known.map(({ indicator = '' }) => indicator))]);
  return [...byIndicator].map(([indicator, sightings]) => ({
    indicator,
    sightings,
    known: known.filter((each) => each.indicator === indicator),
    isTold: isToldOf(parts, indicator, holders.get(indicator)),
  }));
}

/**
 * Brings the alerts of one identifier to what its dossiers hold now.
 * @returns the sighting for which a token is to be made, where there is none
 */
async function followAlerts(
  parts: Following,
  { indicator, sightings, known, isTold }: Change,
  now: Date,
): Promise<SightingRecord | undefined> {
  const [first] = sightings;
  // Most are new, of one dossier: nothing hangs on them yet.
  if (known.length === 0 && first?.change === 'HELD') return first;
  const { own, indicators, alerts } = parts;
  const holding = await parts.sightings.holding(indicator);
  if (known.length > 0) {
    const cases = new Set(isTold ? holding.flatMap(({ cases: each }) => each) : []);
    const raised = await alerts.ofIndicator(known.map(({ _id }) => _id));
    const ended = raised.filter(({ case: number }) => !cases.has(number));
    await changeAlerts(alerts, ended, { kind: 'WITHDRAW', by: 'OWN', at: now });
    if (!isTold) for (const each of known) await endHits(parts.hits, each, own);
    if (isTold) {
      // Another dossier of an identifier whose tokens are known: its case has an alert of its own.
      const matches = await Promise.all(known.map((each) => indicators.heardOf({ ...each, state: 'TOLD' })));
      await raiseAlerts(parts, matches.flat(), now);
    }
  }
  // Where this one is gone another may be left, of so many that none was compared before.
  const wanted = sightings.map((each) => (each.change === 'GONE' ? holding[0] : each));
  return wanted.find((each) => each !== undefined);
}

/** Takes changes in, whose alerts were changed before: all of them or none. */
async function takeIn(
  parts: Following,
  followed: readonly { change: Change; wanted: SightingRecord | undefined }[],
  now: Date,
): Promise<void> {
  const { own, sightings, indicators, pace } = parts;
  await indicators.together(async (session) => {
    await sightings.known(
      followed.flatMap(({ change }) => change.sightings),
      session,
    );
    const holders = await sightings.holders(
      followed.map(({ change }) => change.indicator),
      session,
    );
    const isTold = ({ change: { indicator } }: (typeof followed)[number]) =>
      isToldOf(parts, indicator, holders.get(indicator));
    const gone = followed.filter((each) => !isTold(each)).map(({ change }) => change.indicator);
    if (gone.length > 0) await indicators.letGo(gone, session);
    const wanted = followed.filter(isTold).flatMap((each) => each.wanted ?? []);
    if (wanted.length > 0)
      await indicators.want(wanted, othersThan(own), { at: now, perDay: pace.perDay }, session);
  });
}

/**
 * Takes in what dossiers hold since, and hold no more, many at a time: what is gone first, and then what officers recorded before imports. Alerts are
 * changed first and sightings are known last, so that whatever ends it half-way, it is done again. It can be done again, and by several instances at
 * once.
 * @param most the changes that are taken in together; fewer only to measure what it is good for
 * @returns the number of changes that were taken in
 */
export async function followSightings(
  parts: Following,
  now: Date,
  ending?: AbortSignal,
  most = together,
): Promise<number> {
  let count = 0;
  for (;;) {
    const changed = await parts.sightings.changed(most);
    if (changed.length === 0) return count;
    const followed: { change: Change; wanted: SightingRecord | undefined }[] = [];
    for (const change of await changesOf(parts, changed)) {
      // One batch at least: on a slow machine the time may be over before the first, each time.
      if (ending?.aborted && count > 0) break;
      followed.push({ change, wanted: await followAlerts(parts, change, now) });
    }
    if (followed.length > 0) await takeIn(parts, followed, now);
    count += followed.reduce((sum, { change }) => sum + change.sightings.length, 0);
    if (ending?.aborted || changed.length < most) return count;
  }
}
