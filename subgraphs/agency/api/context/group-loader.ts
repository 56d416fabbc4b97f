import DataLoader from 'dataloader';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { GroupStore } from '../../storage/stores/group-store.ts';
import type { Reads } from './reads.ts';
import type { Schedule } from './schedule.ts';

export type GroupLoader = DataLoader<string, GroupRecord | undefined>;

/**
 * A group is asked for only when it may be shown, so what is found has been read.
 * @param seenAs the group as this viewer reads it; undefined for one that is to them as if it were not recorded
 */
export const groupLoader = (
  groups: Pick<GroupStore, 'byIds'>,
  reads: Pick<Reads, 'noteGroup'>,
  seenAs: (group: GroupRecord) => GroupRecord | undefined,
  schedule: Schedule = {},
): GroupLoader =>
  new DataLoader(async (ids) => {
    const seen = (await groups.byIds(ids)).flatMap((group) => seenAs(group) ?? []);
    const found = new Map(seen.map((group) => [group._id, group]));
    for (const id of found.keys()) reads.noteGroup(id);
    return ids.map((id) => found.get(id));
  }, schedule);
