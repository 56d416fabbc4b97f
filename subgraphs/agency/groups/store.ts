import type { Model } from 'mongoose';
import { isDuplicate } from '../duplicate.ts';
import type { GroupRecord } from './record.ts';

export interface GroupStore {
  byIds(ids: readonly string[]): Promise<GroupRecord[]>;
  /** Waits until what was read of a group can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  recordedWith(request: string): Promise<GroupRecord | null>;
  /** @returns false when the same request has recorded a group already */
  insert(group: GroupRecord): Promise<boolean>;
  /** @returns false when the group is not at this version any more; nothing is written then */
  replace(group: GroupRecord, version: number): Promise<boolean>;
}

export const groupStore = (groups: Model<GroupRecord>): GroupStore => ({
  byIds: (ids) =>
    groups
      .find({ _id: { $in: ids } })
      .lean<GroupRecord[]>()
      .exec(),
  async confirm(id) {
    // As of dossiers: nothing is written, and the server waits for all that came before.
    await groups.updateOne({ _id: id, version: 0 }, { $set: { version: 0 } });
  },
  recordedWith: (request) => groups.findOne({ recordedWith: request }).lean<GroupRecord>().exec(),
  async insert(group) {
    try {
      await groups.create(group);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  async replace(group, version) {
    const { modifiedCount } = await groups.replaceOne({ _id: group._id, version }, group, {
      runValidators: true,
    });
    return modifiedCount === 1;
  },
});
