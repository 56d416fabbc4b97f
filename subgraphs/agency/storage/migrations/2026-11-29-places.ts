import type { mongo } from 'mongoose';
import { dropIndex, type FormerIndex } from './drop-index.ts';
import type { Migration } from './migration.ts';

const perWrite = 500;

const formerIndex: FormerIndex = {
  collection: 'sightings',
  name: 'sighting_change',
  key: { change: 1, isImported: 1, at: 1 },
};

interface Sighting {
  _id: string;
  recorder: string;
  place?: number;
}

/**
 * Gives identifiers that are still to be followed up their places among those of their officer, in the order in which they were recorded, and drops the
 * index of the order in which they were taken before: first come, first served.
 */
export const placedSightings: Migration = {
  name: '2026-11-29-places',
  async up(db: mongo.Db) {
    await dropIndex(db, formerIndex);
    const sightings = db.collection<Sighting>('sightings');
    const places = new Map<string, number>();
    let writes: mongo.AnyBulkWriteOperation<Sighting>[] = [];
    const write = async () => {
      if (writes.length > 0) await sightings.bulkWrite(writes, { ordered: false });
      writes = [];
    };
    for await (const { _id, recorder } of sightings
      .find(
        { change: 'HELD', isImported: false, recorder: { $exists: true }, place: { $exists: false } },
        { projection: { recorder: 1 }, allowDiskUse: true },
      )
      .sort({ at: 1 })) {
      const place = (places.get(recorder) ?? 0) + 1;
      places.set(recorder, place);
      const unplaced = { _id, change: 'HELD', place: { $exists: false } };
      writes.push({ updateOne: { filter: unplaced, update: { $set: { place } } } });
      if (writes.length >= perWrite) await write();
    }
    await write();
  },
};
