import DataLoader from 'dataloader';
import type { Reads } from '../reads/reading.ts';
import type { GroupRecord } from './record.ts';
import type { GroupStore } from './store.ts';

export type GroupLoader = DataLoader<string, GroupRecord | undefined>;

/** A group is asked for only when it may be shown, so what is found has been read. */
export const groupLoader = (
  groups: Pick<GroupStore, 'byIds'>,
  reads: Pick<Reads, 'noteGroup'>,
): GroupLoader =>
  new DataLoader(async (ids) => {
    const found = new Map((await groups.byIds(ids)).map((group) => [group._id, group]));
    for (const id of found.keys()) reads.noteGroup(id);
    return ids.map((id) => found.get(id));
  });
