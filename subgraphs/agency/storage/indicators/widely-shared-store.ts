import type { Model, PipelineStage } from 'mongoose';
import type { DossierRecord } from '../../records/dossier/dossier-record.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';
import {
  recordersOf,
  type SharedRecorder,
  sharedPlace,
  type WidelyShared,
} from '../../records/indicators/widely-shared.ts';

/** An identifier that a dossier holds, or held until its indicator knows that it does not. */
export type Held = Pick<SightingRecord, 'indicator' | 'change'>;

/** The identifiers that so many officers and cases share that they are not compared. */
export interface WidelySharedStore {
  /** Reads all that dossiers hold, those of one identifier together. */
  held(): AsyncIterable<Held>;
  /** Puts the findings of a count in place of those of an earlier one. */
  replace(
    counted: readonly Pick<WidelyShared, '_id' | 'dossiers' | 'cases' | 'officers'>[],
    at: Date,
  ): Promise<void>;
  /** Finds who recorded the dossiers that hold each identifier, by its name, the newest day first. */
  recorders(indicators: readonly string[]): Promise<ReadonlyMap<string, SharedRecorder[]>>;
  /** Counts those that came up from one time to another. */
  newBetween(from: Date, until: Date): Promise<number>;
  /** Reads a part of the list, the newest first, from the place before `before`. */
  page(page: { before: string | undefined; limit: number }): Promise<WidelyShared[]>;
  /** Finds the kind and the value of each, by its name, without those that no dossier holds any more. */
  named(indicators: readonly string[]): Promise<ReadonlyMap<string, Named>>;
}

export type Named = Pick<SightingRecord, 'kind' | 'value'>;

/** The most dossiers whose recorders are looked up at a time, of all identifiers that are asked for together. */
const mostLookedAt = 10_000;

/** The rows that are read at a time: few, as the process that counts them answers officers too. */
const perBatch = 500;

export const widelySharedStore = ({
  sightings,
  widelyShared,
  dossiers: allDossiers,
}: {
  sightings: Model<SightingRecord>;
  widelyShared: Model<WidelyShared>;
  dossiers: Model<DossierRecord>;
}): WidelySharedStore => ({
  // All of it is in an index, in this order.
  held: () =>
    sightings
      .find({}, { _id: 0, indicator: 1, change: 1 })
      .sort({ indicator: 1 })
      .lean<Held>()
      .cursor({ batchSize: perBatch }),
  async replace(counted, at) {
    const writes = counted.map(({ _id, dossiers, cases, officers }) => ({
      updateOne: {
        filter: { _id },
        // Another instance may count at the same time, and must not be taken for an earlier one.
        update: {
          $set: {
            dossiers,
            ...(cases !== undefined && { cases }),
            ...(officers !== undefined && { officers }),
          },
          $max: { at },
          $setOnInsert: { since: at, place: sharedPlace(at, _id) },
        },
        upsert: true,
      },
    }));
    if (writes.length > 0) await widelyShared.bulkWrite(writes, { ordered: false });
    await widelyShared.deleteMany({ at: { $lt: at } });
  },
  async recorders(indicators) {
    const limit = Math.ceil(mostLookedAt / indicators.length);
    const [first, ...others] = indicators.map((indicator) => [
      { $match: { indicator, change: { $ne: 'GONE' } } },
      { $limit: limit },
      { $project: { _id: 0, indicator: 1, dossier: 1 } },
    ]);
    if (!first) return new Map();
    const held = await sightings.aggregate<Pick<SightingRecord, 'indicator' | 'dossier'>>([
      ...first,
      ...others.map((pipeline) => ({ $unionWith: { coll: sightings.collection.name, pipeline } })),
    ] as PipelineStage[]);
    const found = await allDossiers
      .find({ _id: { $in: held.map(({ dossier }) => dossier) } }, { recordedWith: 1, createdAt: 1 })
      .lean<Pick<DossierRecord, '_id' | 'recordedWith' | 'createdAt'>[]>();
    const byId = new Map(found.map((dossier) => [dossier._id, dossier]));
    const heldBy = (indicator: string) =>
      held.flatMap((each) => (each.indicator === indicator ? (byId.get(each.dossier) ?? []) : []));
    return new Map(indicators.map((indicator) => [indicator, recordersOf(heldBy(indicator))]));
  },
  newBetween: (from, until) =>
    widelyShared.countDocuments({ place: { $gte: sharedPlace(from), $lt: sharedPlace(until) } }).exec(),
  page: ({ before, limit }) =>
    widelyShared
      .find(before === undefined ? {} : { place: { $lt: before } })
      .sort({ place: -1 })
      .limit(limit)
      .lean<WidelyShared[]>()
      .exec(),
  async named(indicators) {
    // Of each the first dossier that holds it is looked at, however many do.
    const found = await widelyShared.aggregate<{ _id: string; holders: Named[] }>([
      { $match: { _id: { $in: indicators } } },
      {
        $lookup: {
          from: sightings.collection.name,
          localField: '_id',
          foreignField: 'indicator',
          pipeline: [
            { $match: { change: { $ne: 'GONE' } } },
            { $limit: 1 },
            { $project: { _id: 0, kind: 1, value: 1 } },
          ],
          as: 'holders',
        },
      },
      { $project: { holders: 1 } },
    ]);
    return new Map(found.flatMap(({ _id, holders: [named] }) => (named ? [[_id, named]] : [])));
  },
});
