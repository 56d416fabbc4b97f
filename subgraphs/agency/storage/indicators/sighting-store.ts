import type { ClientSession, Model } from 'mongoose';
import { mostHolders } from '../../records/indicators/comparing-pace.ts';
import type { SightingRecord } from '../../records/indicators/sighting.ts';

/** The identifiers that an agency's dossiers hold. */
export interface SightingStore {
  /** What indicators do not know of yet, those that are gone first, then those of officers; at most `limit`. */
  changed(limit: number): Promise<SightingRecord[]>;
  /** The numbers of dossiers that hold identifiers, as far as it matters, by their names; of one that none holds 0. */
  holders(indicators: readonly string[], session?: ClientSession): Promise<ReadonlyMap<string, number>>;
  /** The dossiers that hold it, and their cases, of as many dossiers as may raise an alert. */
  holding(indicator: string): Promise<SightingRecord[]>;
  /** The kind and the value of an identifier; undefined where no dossier holds it any more. */
  named(indicator: string): Promise<Pick<SightingRecord, 'kind' | 'value'> | undefined>;
  /** Notes that their indicators know of them, but of those that have changed since. */
  known(sightings: readonly SightingRecord[], session: ClientSession): Promise<void>;
}

export const sightingStore = (sightings: Model<SightingRecord>): SightingStore => {
  const held = (indicator: string | { $in: string[] }) => ({ indicator, change: { $ne: 'GONE' as const } });
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
    async holders(indicators, session) {
      const counts = new Map<string, number>();
      for (let left = [...indicators]; left.length > 0; left = left.filter((each) => !counts.has(each))) {
        const most = left.length * (mostHolders + 1);
        const found = await sightings
          .find(held({ $in: left }), { indicator: 1, _id: 0 }, session && { session })
          .limit(most)
          .lean<Pick<SightingRecord, 'indicator'>[]>();
        const times = new Map(left.map((each) => [each, 0]));
        for (const { indicator } of found) times.set(indicator, (times.get(indicator) ?? 0) + 1);
        // Where that is not all, one that so many hold has taken the place of others, which are asked for again without it.
        for (const [each, count] of times)
          if (found.length < most || count > mostHolders) counts.set(each, count);
      }
      return counts;
    },
    holding: (indicator) =>
      sightings.find(held(indicator)).limit(mostHolders).lean<SightingRecord[]>().exec(),
    named: async (indicator) =>
      (await sightings
        .findOne(held(indicator), { _id: 0, kind: 1, value: 1 })
        .lean<Pick<SightingRecord, 'kind' | 'value'>>()) ?? undefined,
    async known(all, session) {
      await sightings.bulkWrite(
        all.map(({ _id, change, cases }) =>
          change === 'GONE'
            ? { deleteOne: { filter: { _id, change } } }
            : {
                updateOne: {
                  filter: { _id, change: 'HELD', cases },
                  update: { $unset: { change: 1, by: 1 } },
                },
              },
        ),
        { session },
      );
    },
  };
};
