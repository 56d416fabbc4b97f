import type { Model } from 'mongoose';
import type { ReadRecord } from './record.ts';

/** The record of reads: added to, and otherwise only erased when its time is over. */
export interface ReadStore {
  insert(read: ReadRecord): Promise<void>;
  /** The criteria of a viewer's searches since a time that share one with these; at most `limit` of them. */
  searchesLike(
    viewer: Pick<ReadRecord, 'by' | 'agency'>,
    criteria: readonly number[],
    since: Date,
    limit: number,
  ): Promise<number[][]>;
  /** Newest first, from the one before `before`. */
  page(filter: { dossier?: string; before: string | undefined; limit: number }): Promise<ReadRecord[]>;
}

export const readStore = (reads: Model<ReadRecord>): ReadStore => ({
  async insert(read) {
    await reads.create(read);
  },
  async searchesLike({ by, agency }, criteria, since, limit) {
    const found = await reads
      .find(
        { by, at: { $gte: since }, agency, 'search.criteria': { $in: criteria } },
        { 'search.criteria': 1 },
      )
      // With few reads of late the server would go through all of these by their time.
      .hint('searches_of_viewer')
      .limit(limit)
      .lean<Pick<ReadRecord, 'search'>[]>()
      .exec();
    return found.map(({ search }) => search?.criteria ?? []);
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
