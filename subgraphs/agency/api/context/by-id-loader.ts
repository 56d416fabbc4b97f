import DataLoader from 'dataloader';
import type { Schedule } from './schedule.ts';

/** One read for all records that are asked for by their ids in one tick. */
export type ByIdLoader<Stored> = DataLoader<string, Stored | null>;

/** @param store that answers what there is, in any order */
export const byIdLoader = <Stored extends { _id: string }>(
  store: {
    readEach(ids: readonly string[]): Promise<Stored[]>;
  },
  schedule: Schedule = {},
): ByIdLoader<Stored> =>
  new DataLoader(async (ids) => {
    const found = new Map((await store.readEach(ids)).map((record) => [record._id, record]));
    return ids.map((id) => found.get(id) ?? null);
  }, schedule);
