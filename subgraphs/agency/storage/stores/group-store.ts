import type { Model } from 'mongoose';
import type { GroupRecord } from '../../records/group/group-record.ts';
import type { NewGroup } from '../../records/group/new-group.ts';
import type { StoredEntry } from '../../records/history/history-entry.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { confirmed } from '../database/stepped-store.ts';
import type { Written } from '../database/written.ts';
import { isDuplicate } from '../driver-errors/is-duplicate.ts';
import type { OfficerDay } from '../officer-days/officer-day-model.ts';
import { type OfficerDayStore, officerDayStore } from '../officer-days/officer-day-store.ts';
import { type HistoryStore, historyStore, updateHistory } from './history-store.ts';

export interface GroupStore extends Pick<HistoryStore, 'taken'>, Pick<OfficerDayStore, 'counted'> {
  byIds(ids: readonly string[]): Promise<GroupRecord[]>;
  /** Waits until what was read of a group can no more be taken back by a failover. */
  confirm(id: string): Promise<void>;
  recordedWith(request: string): Promise<GroupRecord | null>;
  /** @returns KNOWN when the same request has recorded a group already; TOO_MANY when it is more than its officer may in a day */
  insert(recorded: NewGroup): Promise<'INSERTED' | 'KNOWN' | 'TOO_MANY'>;
  /** @param version that the amendment was decided on */
  replace(amended: NewGroup, version: number): Promise<Written>;
}

export const groupStore = ({
  groups,
  history,
  officerDays,
}: {
  groups: Model<GroupRecord>;
  history: Model<StoredEntry>;
  officerDays: Model<OfficerDay>;
}): GroupStore => ({
  taken: historyStore(history).taken,
  counted: officerDayStore(officerDays).counted,
  byIds: (ids) =>
    groups
      .find({ _id: { $in: ids } })
      .lean<GroupRecord[]>()
      .exec(),
  confirm: (id) => confirmed(groups, id),
  recordedWith: (request) => groups.findOne({ recordedWith: request }).lean<GroupRecord>().exec(),
  async insert({ group, entry, counts }) {
    try {
      const isInserted = await inTransaction(groups.db, async (session) => {
        if (!(await officerDayStore(officerDays).take(entry, counts, session))) return false;
        await groups.create([group], { session });
        await updateHistory(history, group._id, { entry }, session);
        return true;
      });
      return isInserted ? 'INSERTED' : 'TOO_MANY';
    } catch (error) {
      if (isDuplicate(error)) return 'KNOWN';
      throw error;
    }
  },
  async replace({ group, entry, counts }, version) {
    const isReplaced = await inTransaction(groups.db, async (session) => {
      const isUnchanged = { _id: group._id, version };
      const options = { runValidators: true, session };
      const { modifiedCount } = await groups.replaceOne(isUnchanged, group, options);
      if (modifiedCount === 0) return false;
      await updateHistory(history, group._id, { entry }, session);
      return officerDayStore(officerDays).take(entry, counts, session);
    });
    return isReplaced ? 'WRITTEN' : 'CONFLICT';
  },
});
