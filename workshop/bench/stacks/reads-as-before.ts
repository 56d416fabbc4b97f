import type { Model } from 'mongoose';
import type { ReadPart } from '../../../subgraphs/agency/records/reads/read-entry.ts';
import type { ReadStore } from '../../../subgraphs/agency/storage/reads/read-store.ts';
import type { Agency } from '../../../terms/agencies.ts';

/**
 * The record of reads as it was kept before own reads were on it: other agencies' alone, each by a command of its own. For a
 * benchmark to compare with; no product runs it.
 */
export const readsAsBefore = (store: ReadStore, reads: Model<ReadPart>, owner: Agency): ReadStore => ({
  ...store,
  async insert(part) {
    if (part.agency !== owner) await reads.create(part);
  },
});
