import type { GroupRecord } from '../../records/group/group-record.ts';
import { eraseFromHistory } from '../../records/history/erase-from-history.ts';
import { heldInHistory } from '../../records/history/held-in-history.ts';
import { earliest } from '../../records/values/values-of.ts';
import type { AgencyModels } from '../database/agency-models.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { eraseHistory, linesOf, updateHistory } from '../stores/history-store.ts';

export type DueGroup = Pick<GroupRecord, '_id' | 'version' | 'provenance' | 'vouched' | 'heldUntil'>;

/** Groups as retention reads and erases them; each write is on the condition that nobody wrote since. */
export interface GroupRetention {
  dueGroups(now: Date): AsyncIterable<DueGroup>;
  /** Erases from a group and its history the former descriptions whose retention has ended. */
  forgetOfGroup(group: DueGroup, now: Date): Promise<void>;
  isNamed(group: string): Promise<boolean>;
  eraseGroup(group: Pick<DueGroup, '_id' | 'version'>): Promise<boolean>;
}

export const groupRetention = ({
  groups,
  history,
  dossiers,
}: Pick<AgencyModels, 'groups' | 'history' | 'dossiers'>): GroupRetention => ({
  async *dueGroups(now) {
    const fields = { _id: 1, version: 1, provenance: 1, vouched: 1, heldUntil: 1 };
    const due = groups.find({ nextErasure: { $lte: now } }, fields).lean<DueGroup>();
    for await (const group of due.cursor()) yield group;
  },
  async forgetOfGroup({ _id, version, provenance, vouched }, now) {
    await inTransaction(groups.db, async (session) => {
      const held = await heldInHistory(linesOf(history, _id, session), (value) => value === String(version));
      const later = held.map(({ until }) => until).filter((until) => until > now);
      const nextErasure = earliest([provenance.retainUntil, ...later]);
      const update = {
        $set: { nextErasure, ...(later.length > 0 && { heldUntil: earliest(later) }) },
        $unset: {
          ...(later.length === 0 && { heldUntil: 1 as const }),
          // What other agencies read of it is a former description too.
          ...(vouched && vouched.provenance.retainUntil <= now && { vouched: 1 as const }),
        },
      };
      if ((await groups.updateOne({ _id, version }, update, { session })).matchedCount === 0) return false;
      const due = held.filter(({ until }) => until <= now).map(({ value }) => value);
      await updateHistory(history, _id, { rewrite: eraseFromHistory(new Set(due)) }, session);
      return true;
    });
  },
  isNamed: async (group) =>
    (await dossiers.findOne({ 'memberships.group': group }, { _id: 1 }).lean()) !== null,
  eraseGroup: ({ _id, version }) =>
    inTransaction(groups.db, async (session) => {
      if ((await groups.deleteOne({ _id, version }, { session })).deletedCount === 0) return false;
      await eraseHistory(history, _id, session);
      return true;
    }),
});
