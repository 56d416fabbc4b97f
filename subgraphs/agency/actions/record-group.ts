import type { Author } from '../records/dossier/step.ts';
import type { GroupRecord } from '../records/group/group-record.ts';
import { mostRecordedGroupsADay, type NewGroup } from '../records/group/new-group.ts';
import type { GroupStore } from '../storage/stores/group-store.ts';
import { dayIsSpent } from './demand-within-day.ts';
import { demandSameRequest } from './same-request.ts';

/**
 * Records a new group once, however often the request is sent.
 * @throws QUOTA_SPENT
 */
export async function recordGroup(
  groups: GroupStore,
  recording: NewGroup,
  author: Author,
): Promise<GroupRecord> {
  const outcome = await groups.insert(recording);
  if (outcome === 'INSERTED') return recording.group;
  const recorded = await groups.recordedWith(recording.group.recordedWith);
  if (!recorded && outcome === 'TOO_MANY')
    throw dayIsSpent(author, 'recordedGroups', { most: mostRecordedGroupsADay });
  if (!recorded) throw new Error('a recorded group has gone');
  demandSameRequest(recorded.recordedFingerprint, author);
  await groups.confirm(recorded._id);
  return recorded;
}
