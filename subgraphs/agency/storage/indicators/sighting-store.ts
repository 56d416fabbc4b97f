import type { ClientSession, Model } from 'mongoose';
import { mostHolders } from '../../records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';

/** The identifiers that an agency's dossiers hold. */
export interface SightingStore {
  /** What indicators do not know of yet, those that are gone first, then those of officers; at most `limit`. */
  changed(limit: number): Promise<SightingRecord[]>;
  /** The number of dossiers that hold an identifier, as far as it matters. */
  holders(indicator: string, session?: ClientSession): Promise<number>;
  /** The dossiers that hold it, and their cases, of as many dossiers as may raise an alert. */
  holding(indicator: string): Promise<SightingRecord[]>;
  /** The kind and the value of an identifier; undefined where no dossier holds it any more. */
  named(indicator: string): Promise<Pick<SightingRecord, 'kind' | 'value'> | undefined>;
  /** Notes that its indicator knows of it, unless it has changed since. */
  known(sighting: SightingRecord, session: ClientSession): Promise<void>;
}

export const sightingStore = (sightings: Model<SightingRecord>): SightingStore => {
  const held = (indicator: string) => ({ indicator, change: { $ne: 'GONE' as const } });
  return {
    async changed(limit) {
      const gone = await sightings.find({ change: 'GONE' }).limit(limit).lean<SightingRecord[]>();
      const left = limit - gone.length;
      if (left === 0) return gone;
      const found = await sightings
        .find({ change: 'HELD' })
        .sort({ isImported: 1, at: 1 })
        .limit(left)
        .lean<SightingRecord[]>();
      return [...gone, ...found];
    },
    holders: (indicator, session) =>
      sightings
        .countDocuments(held(indicator), { limit: mostHolders + 1, ...(session && { session }) })
        .exec(),
    holding: (indicator) =>
      sightings.find(held(indicator)).limit(mostHolders).lean<SightingRecord[]>().exec(),
    named: async (indicator) =>
      (await sightings
        .findOne(held(indicator), { _id: 0, kind: 1, value: 1 })
        .lean<Pick<SightingRecord, 'kind' | 'value'>>()) ?? undefined,
    async known({ _id, change, cases }, session) {
      if (change === 'GONE') await sightings.deleteOne({ _id, change: 'GONE' }, { session });
      else
        await sightings.updateOne(
          { _id, change: 'HELD', cases },
          { $unset: { change: 1, by: 1 } },
          { session },
        );
    },
  };
};
