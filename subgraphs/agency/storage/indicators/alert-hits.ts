import type { Model } from 'mongoose';
import type { Agency } from '../../../../terms/agencies.ts';
import { endOfHit, type HitRecord } from '../../records/hits/hit-record.ts';

/** The hits by which another agency names a dossier that an alert is about, without knowing it. */
export interface AlertHits {
  /** Gives a reference, which both agencies make alike; one that was given before is good for as long again. */
  give(reference: string, dossier: string, to: Agency, now: Date): Promise<void>;
  /** Takes one back. */
  end(reference: string): Promise<void>;
}

export const alertHits = (hits: Model<HitRecord>): AlertHits => ({
  async give(reference, dossier, to, now) {
    await hits.updateOne(
      { _id: reference },
      { $set: { dossier, to, until: endOfHit(now) }, $setOnInsert: { pair: `alert ${reference}` } },
      { upsert: true },
    );
  },
  async end(reference) {
    await hits.deleteOne({ _id: reference, pair: `alert ${reference}` });
  },
});
