import { othersThan } from '../../../../terms/agencies.ts';
import type { IndicatorRecord } from '../../records/indicators/indicator-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import { noSpread, type Spread } from '../../records/indicators/spread.ts';
import { admitSightings } from './admit-sightings.ts';
import { changeAlerts } from './change-alerts.ts';
import type { Comparing } from './comparing.ts';
import { endHits } from './end-hits.ts';
import { isWithheld } from './is-withheld.ts';
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
  spread: Spread;
  /** True where it tells nobody apart. */
  isWithheld: boolean;
}

const isTold = ({ spread, isWithheld: withheld }: Pick<Change, 'spread' | 'isWithheld'>): boolean =>
  spread.first !== undefined && !withheld;

/** The changes by their identifiers, in the order of the first of each. */
async function changesOf(parts: Following, changed: readonly SightingRecord[], now: Date): Promise<Change[]> {
  const byIndicator = new Map<string, SightingRecord[]>();
  for (const sighting of changed)
    byIndicator.set(sighting.indicator, [...(byIndicator.get(sighting.indicator) ?? []), sighting]);
  const names = [...byIndicator.keys()];
  const [tokens, spreads] = [await parts.indicators.of(names), await parts.sightings.spread(names)];
  const changes: Change[] = [];
  for (const [indicator, sightings] of byIndicator) {
    const known = tokens.filter((each) => each.indicator === indicator);
    const spread = spreads.get(indicator) ?? noSpread();
    const withheld = await isWithheld(parts, indicator, spread, known, now);
    changes.push({ indicator, sightings, known, spread, isWithheld: withheld });
  }
  return changes;
}

/**
 * Brings the alerts of one identifier to what its dossiers hold now.
 * @returns the sighting for which a token is to be made, where there is none
 */
async function followAlerts(
  parts: Following,
  change: Change,
  now: Date,
): Promise<SightingRecord | undefined> {
  const { indicator, sightings, known, spread } = change;
  const [first] = sightings;
  // Most are new, of one dossier: nothing hangs on them yet.
  if (known.length === 0 && first?.change !== 'GONE') return first;
  const { own, indicators, alerts } = parts;
  if (known.length > 0) {
    const cases = isTold(change) ? spread.cases : new Set();
    const raised = await alerts.ofIndicator(known.map(({ _id }) => _id));
    const ended = raised.filter(({ case: caseNumber }) => !cases.has(caseNumber));
    await changeAlerts(alerts, ended, { kind: 'WITHDRAW', by: 'OWN', at: now });
    if (!isTold(change)) for (const each of known) await endHits(parts.hits, each, own);
    if (isTold(change)) {
      // Another dossier of an identifier whose tokens are known: its case has an alert of its own.
      const matches = await Promise.all(known.map((each) => indicators.heardOf({ ...each, state: 'TOLD' })));
      await raiseAlerts(parts, matches.flat(), now);
    }
    return sightings.find((each) => each.change !== 'GONE') ?? spread.first;
  }
  // Where this one is gone others may be left, of so many that none was compared before: they count like new ones.
  if (isTold(change)) await parts.sightings.admitAnew(indicator);
  return sightings.find((each) => each.change !== 'GONE');
}

/** Takes changes in, whose alerts were changed before: all of them or none. */
async function takeIn(
  parts: Following,
  followed: readonly { change: Change; wanted: SightingRecord | undefined }[],
  now: Date,
): Promise<void> {
  const { own, sightings, indicators } = parts;
  await indicators.together(async (session) => {
    await sightings.known(
      followed.flatMap(({ change }) => change.sightings),
      session,
    );
    const spreads = await sightings.spread(
      followed.map(({ change }) => change.indicator),
      session,
    );
    const isLeft = ({ change: { indicator, isWithheld: withheld } }: (typeof followed)[number]) =>
      isTold({ spread: spreads.get(indicator) ?? noSpread(), isWithheld: withheld });
    const gone = followed.filter((each) => !isLeft(each)).map(({ change }) => change.indicator);
    if (gone.length > 0) await indicators.letGo(gone, session);
    const wanted = followed.filter(isLeft).flatMap((each) => each.wanted ?? []);
    if (wanted.length > 0) await indicators.want(wanted, othersThan(own), now, session);
  });
}

/**
 * Takes in what dossiers hold since, and hold no more, many at a time: what is gone first, and then what officers recorded before imports. What is
 * new is admitted first, as far as budgets have room; alerts are changed before their sightings are known, so that whatever ends it half-way, it is
 * done again. It can be done again, and by several instances at once.
 * @param most the changes that are taken in together; fewer only to measure what it is good for
 * @returns the number of changes that were taken in, or put off
 */
export async function followSightings(
  parts: Following,
  now: Date,
  ending?: AbortSignal,
  most = together,
): Promise<number> {
  let count = 0;
  for (;;) {
    const changed = await parts.sightings.changed(most, now);
    if (changed.length === 0) return count;
    const admitted = await admitSightings(parts, changed, now);
    const due = changed.filter((each) => each.change === 'GONE' || each.admitted || admitted.has(each._id));
    const followed: { change: Change; wanted: SightingRecord | undefined }[] = [];
    for (const change of await changesOf(parts, due, now)) {
      // One batch at least: on a slow machine the time may be over before the first, each time.
      if (ending?.aborted && count > 0) break;
      followed.push({ change, wanted: await followAlerts(parts, change, now) });
    }
    if (followed.length > 0) await takeIn(parts, followed, now);
    count += changed.length - due.length;
    count += followed.reduce((sum, { change }) => sum + change.sightings.length, 0);
    if (ending?.aborted || changed.length < most) return count;
  }
}
