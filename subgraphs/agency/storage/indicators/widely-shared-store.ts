import type { Model } from 'mongoose';
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
  /** All that dossiers hold, those of one identifier together. */
  held(): AsyncIterable<Held>;
  /** Puts the findings of a count in place of those of an earlier one. */
  replace(
    counted: readonly Pick<WidelyShared, '_id' | 'dossiers' | 'cases' | 'officers'>[],
    at: Date,
  ): Promise<void>;
  /** Those who recorded an identifier, of the dossiers that hold it and that came last, the newest day first. */
  recorders(indicator: string): Promise<SharedRecorder[]>;
  /** The number of those that came up from one time to another. */
  newBetween(from: Date, until: Date): Promise<number>;
  /** The newest first, from the place before `before`. */
  page(page: { before: string | undefined; limit: number }): Promise<WidelyShared[]>;
}

/** The most dossiers whose recorders are looked up at a time. */
const mostLookedAt = 1_000;

/** Few, as the process that counts them answers officers too. */
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
  async recorders(indicator) {
    const held = await sightings
      .find({ indicator, change: { $ne: 'GONE' } }, { _id: 0, dossier: 1 })
      .limit(mostLookedAt)
      .lean<Pick<SightingRecord, 'dossier'>[]>();
    const found = await allDossiers
      .find({ _id: { $in: held.map(({ dossier }) => dossier) } }, { recordedWith: 1, createdAt: 1 })
      .lean<Pick<DossierRecord, '_id' | 'recordedWith' | 'createdAt'>[]>();
    return recordersOf(found);
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
});
