import type { Model } from 'mongoose';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { StoredEntry } from '../../records/history/history-entry.ts';
import { insertNew } from '../database/insert-new.ts';
import type { ImportStore } from './import-store.ts';

/** The reads and writes of an import of groups. */
export interface GroupImportStore extends ImportStore<GroupRecord> {
  /** The ids of the groups that are there, by `recordedWith`. */
  idsOf(requests: readonly string[]): Promise<Map<string, string>>;
}

export function groupImportStore({
  groups,
  history,
}: {
  groups: Model<GroupRecord>;
  history: Model<StoredEntry>;
}): GroupImportStore {
  const recordedWith = (requests: readonly string[]) =>
    groups
      .find({ recordedWith: { $in: requests } }, { recordedWith: 1, recordedFingerprint: 1 })
      .lean<Pick<GroupRecord, '_id' | 'recordedWith' | 'recordedFingerprint'>[]>()
      .exec();
  return {
    async fingerprints(requests) {
      const found = await recordedWith(requests);
      return new Map(found.map((group) => [group.recordedWith, group.recordedFingerprint ?? '']));
    },
    async idsOf(requests) {
      const found = await recordedWith(requests);
      return new Map(found.map((group) => [group.recordedWith, group._id]));
    },
    insertNew: (recordings) => insertNew(groups, history, recordings),
  };
}
