import DataLoader from 'dataloader';
import type { GroupRecord } from './record.ts';
import type { GroupStore } from './store.ts';

export type GroupLoader = DataLoader<string, GroupRecord | undefined>;

export const groupLoader = (groups: GroupStore): GroupLoader =>
  new DataLoader(async (ids) => {
    const found = new Map((await groups.byIds(ids)).map((group) => [group._id, group]));
    return ids.map((id) => found.get(id));
  });
