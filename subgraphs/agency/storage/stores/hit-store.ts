import type { Model } from 'mongoose';
import {
  endedPairOf,
  endOfHit,
  type HitReader,
  type HitRecord,
  pairOf,
} from '../../records/hits/hit-record.ts';
import { newReference } from '../../records/hits/hit-reference.ts';
import { onlyDuplicates } from '../driver-errors/only-duplicates.ts';

/** Where references for hits are kept. */
export interface HitStore {
  /** The reference of each dossier for a reader: the one that is in force, or a new one. */
  referencesOf(
    dossiers: readonly string[],
    reader: HitReader,
    now: Date,
  ): Promise<Map<string, Pick<HitRecord, '_id' | 'until'>>>;
}

export function hitStore(hits: Model<HitRecord>): HitStore {
  const known = (pairs: readonly string[]) =>
    hits
      .find({ pair: { $in: pairs } })
      .lean<HitRecord[]>()
      .exec();

  /** Leaves those that another search makes in the same moment to that search. */
  async function insertNew(records: readonly HitRecord[]): Promise<void> {
    try {
      await hits.insertMany(records, { ordered: false });
    } catch (error) {
      if (!onlyDuplicates(error)) throw error;
    }
  }

  return {
    async referencesOf(dossiers, reader, now) {
      if (dossiers.length === 0) return new Map();
      const found = await known(dossiers.map((dossier) => pairOf(dossier, reader)));
      const ended = found.filter(({ until }) => until <= now);
      // Messages may name them still; the pair is the next one's.
      if (ended.length > 0)
        await hits.bulkWrite(
          ended.map(({ _id, pair }) => ({
            updateOne: { filter: { _id, pair }, update: { $set: { pair: endedPairOf({ _id }) } } },
          })),
        );
      const inForce = new Map(
        found.filter(({ until }) => until > now).map((hit) => [hit.dossier, hit] as const),
      );
      const missing = dossiers.filter((dossier) => !inForce.has(dossier));
      if (missing.length === 0) return inForce;
      await insertNew(
        missing.map((dossier) => ({
          _id: newReference(dossier),
          dossier,
          to: reader.agency,
          ...(reader.case !== undefined && { case: reader.case }),
          pair: pairOf(dossier, reader),
          until: endOfHit(now),
        })),
      );
      const made = await known(missing.map((dossier) => pairOf(dossier, reader)));
      for (const hit of made) inForce.set(hit.dossier, hit);
      return inForce;
    },
  };
}
