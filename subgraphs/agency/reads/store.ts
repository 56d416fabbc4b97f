import type { Model } from 'mongoose';
import type { ReadRecord } from './record.ts';

/** The record of reads: added to, and otherwise only erased when its time is over. */
export interface ReadStore {
  insert(read: ReadRecord): Promise<void>;
  /** Newest first, from the one before `before`. */
  page(filter: { dossier?: string; before: string | undefined; limit: number }): Promise<ReadRecord[]>;
}

export const readStore = (reads: Model<ReadRecord>): ReadStore => ({
  async insert(read) {
    await reads.create(read);
  },
  page: ({ dossier, before, limit }) =>
    reads
      .find({
        ...(dossier !== undefined && { dossiers: dossier }),
        ...(before !== undefined && { _id: { $lt: before } }),
      })
      .sort({ _id: -1 })
      .limit(limit)
      .lean<ReadRecord[]>()
      .exec(),
});
