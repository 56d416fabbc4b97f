import type { ClientSession, Model, PipelineStage } from 'mongoose';
import { type SightingRecord, untilKnown } from '../../records/indicators/sighting.ts';
import { addTo, noSpread, type Spread } from '../../records/indicators/spread.ts';
import { turnsUntil, type WaitsFor } from '../../records/indicators/turn.ts';

/** A sighting whose turn is decided: it is admitted, at once or from its turn on, or waits for it. */
export type Placed = Pick<SightingRecord, '_id' | 'turn' | 'admitted'>;

/** An identifier, by its name, and a case of which dossiers may hold it. */
export type HeldInCase = Pick<SightingRecord, 'indicator'> & { case: string };

/** The store of identifiers that an agency's dossiers hold, until and after their indicators know of them. */
export interface SightingStore {
  /**
   * Finds what indicators do not know of yet, at most `limit`: those that are gone, half of them at most where others wait; those that go with this round;
   * and of officers, then of imports, those that have waited for their case, those that are new, and those that have waited for their officer. New ones of
   * officers come by their places, so that all who wrote some have their turn.
   */
  changed(limit: number, now: Date): Promise<SightingRecord[]>;
  /** Finds, of some by their ids, those that are still to be admitted. */
  unadmitted(ids: readonly string[], session: ClientSession): Promise<SightingRecord[]>;
  /** Notes the turns of some, and which are admitted. */
  place(placed: readonly Placed[], session: ClientSession): Promise<void>;
  /** Reads the dossiers that hold each identifier, by its name, taken together. */
  spread(indicators: readonly string[], session?: ClientSession): Promise<ReadonlyMap<string, Spread>>;
  /** Finds, for each identifier and case that is asked for, the ids of the case's dossiers that hold it, as many as an alert shows. */
  holdingEach(asked: readonly HeldInCase[]): Promise<string[][]>;
  /** Finds the ids of one case's dossiers that hold an identifier, as many as an alert hangs on. */
  dossiersOf(indicator: string, number: string): Promise<string[]>;
  /** Notes that the indicators of these know of them, unless one has changed since. */
  known(sightings: readonly SightingRecord[], session: ClientSession): Promise<void>;
  /** Has an identifier followed up anew, as it stands. */
  lookAgain(indicator: string): Promise<void>;
  /** Has an identifier that was too widely shared to be compared counted against the budgets. */
  admitAnew(indicator: string): Promise<void>;
}

// Where there are two indexes from an identifier the server tries both out, over all that hold it, unless one is named.
const byCase = { indicator: 1, cases: 1 } as const;
const byChange = { indicator: 1, change: 1 } as const;

/** The most dossiers that an alert hangs on: once they are erased, it hangs on others that are left. */
export const mostHangingOn = 100;

/** The most dossiers that an alert shows. */
const mostShown = 20;

const isKnown = { change: { $exists: false } };

/** Sightings that are to be followed up, and how they stand then. */
const followedSightings = (
  sightings: Model<SightingRecord>,
): Pick<SightingStore, 'changed' | 'unadmitted' | 'place' | 'known' | 'lookAgain' | 'admitAnew'> => ({
  async changed(limit, now) {
    const waiting = (waitsFor: WaitsFor, isImported: boolean) => (left: number) =>
      sightings
        .find({ turn: turnsUntil(waitsFor, isImported, now) })
        .sort({ turn: 1 })
        .limit(left)
        .lean<SightingRecord[]>();
    const fresh = (isImported: boolean) => (left: number) =>
      sightings
        .find({ change: 'HELD', isImported })
        .sort({ place: 1, at: 1 })
        .limit(left)
        .lean<SightingRecord[]>();
    const gone = await sightings.find({ change: 'GONE' }).limit(limit).lean<SightingRecord[]>();
    const most = limit - Math.min(gone.length, Math.ceil(limit / 2));
    const held: SightingRecord[] = [];
    for (const read of [
      ...[false, true].map((isImported) => waiting('ROUND', isImported)),
      ...[false, true].flatMap((isImported) => [
        waiting('CASE', isImported),
        fresh(isImported),
        waiting('OFFICER', isImported),
      ]),
    ])
      if (held.length < most) held.push(...(await read(most - held.length)));
    return [...gone.slice(0, limit - held.length), ...held];
  },
  async unadmitted(ids, session) {
    const found = await sightings.find({ _id: { $in: [...ids] } }, {}, { session }).lean<SightingRecord[]>();
    const byId = new Map(found.map((each) => [each._id, each]));
    return ids.flatMap((id) => {
      const each = byId.get(id);
      return each && !each.admitted && (each.change === 'HELD' || each.change === 'WAITS') ? [each] : [];
    });
  },
  async place(placed, session) {
    await sightings.bulkWrite(
      placed.map(({ _id, turn, admitted }) => ({
        updateOne: {
          filter: { _id },
          update: {
            $set: {
              change: turn === undefined ? ('HELD' as const) : ('WAITS' as const),
              ...(turn !== undefined && { turn }),
              ...(admitted && { admitted }),
            },
            ...(turn === undefined && { $unset: { turn: 1 as const } }),
          },
        },
      })),
      { session },
    );
  },
  async known(all, session) {
    if (all.length === 0) return;
    await sightings.bulkWrite(
      all.map(({ _id, change, cases }) =>
        change === 'GONE'
          ? { deleteOne: { filter: { _id, change } } }
          : {
              updateOne: {
                filter: { _id, admitted: true, cases },
                update: { $unset: { change: 1, ...untilKnown } },
              },
            },
      ),
      { session },
    );
  },
  async lookAgain(indicator) {
    const known = { indicator, ...isKnown };
    await sightings.updateOne(known, { $set: { change: 'HELD', admitted: true } }, { hint: byChange });
  },
  async admitAnew(indicator) {
    await sightings.updateMany({ indicator, ...isKnown }, { $set: { change: 'HELD' } }, { hint: byChange });
  },
});

const held = (indicator: string | { $in: string[] }) => ({ indicator, change: { $ne: 'GONE' as const } });

/** The dossiers that hold an identifier. */
const holders = (
  sightings: Model<SightingRecord>,
): Pick<SightingStore, 'spread' | 'holdingEach' | 'dossiersOf'> => ({
  async spread(indicators, session) {
    const spreads = new Map(indicators.map((each) => [each, noSpread()]));
    if (spreads.size === 0) return spreads;
    for await (const sighting of sightings
      .find(held({ $in: [...spreads.keys()] }), {}, session && { session })
      .lean<SightingRecord>()
      .cursor()) {
      const spread = spreads.get(sighting.indicator);
      if (spread) addTo(spread, sighting);
    }
    return spreads;
  },
  async holdingEach(asked) {
    const [first, ...others] = asked.map(({ indicator, case: caseNumber }) => [
      { $match: { indicator, cases: caseNumber } },
      { $limit: mostShown },
      { $project: { _id: 0, indicator: 1, dossier: 1, cases: 1 } },
    ]);
    if (!first) return [];
    // One command, in which each has a limit of its own: however many hold one, it takes no place of another's.
    const found = await sightings.aggregate<Pick<SightingRecord, 'indicator' | 'dossier' | 'cases'>>([
      ...first,
      ...others.map((pipeline) => ({ $unionWith: { coll: sightings.collection.name, pipeline } })),
    ] as PipelineStage[]);
    return asked.map(({ indicator, case: caseNumber }) => [
      ...new Set(
        found
          .filter((each) => each.indicator === indicator && each.cases.includes(caseNumber))
          .map(({ dossier }) => dossier),
      ),
    ]);
  },
  async dossiersOf(indicator, number) {
    const found = await sightings
      .find({ indicator, cases: number }, { _id: 0, dossier: 1 })
      .hint(byCase)
      .limit(mostHangingOn)
      .lean<Pick<SightingRecord, 'dossier'>[]>();
    return found.map(({ dossier }) => dossier);
  },
});

export const sightingStore = (sightings: Model<SightingRecord>): SightingStore => ({
  ...followedSightings(sightings),
  ...holders(sightings),
});
