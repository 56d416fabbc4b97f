import { type Agency, agencies } from '../../../../terms/agencies.ts';
import { type Counts, once } from '../dossier/counts.ts';
import { type Author, entryOf } from '../dossier/step.ts';
import type { HistoryChange, HistoryEntry } from '../history/history-entry.ts';
import { newGroupId } from '../random-id.ts';
import type { CheckedGroup } from './check-group.ts';
import type { GroupRecord } from './group-record.ts';

/** A group that is recorded or amended, the next line of its history, and what that counts for its officer's day. */
export interface NewGroup {
  group: GroupRecord;
  entry: HistoryEntry;
  counts?: Counts;
}

/** The most groups that an officer records in a day: each waits for another officer, beside what others have recorded. */
export const mostRecordedGroupsADay = 50;

/**
 * The content of a group at a version, for its history: all of it as one value, which the next amendment replaces. The
 * version is the value's id.
 */
export const contentOf = ({
  version,
  kind,
  name,
  provenance,
}: GroupRecord): Required<Pick<HistoryChange, 'field' | 'value'>> & { content: string } => ({
  field: 'group',
  value: String(version),
  content: JSON.stringify({ kind, name, provenance }),
});

/** A new group, whole, as it is inserted. */
export function newGroup(agency: Agency, { provenance, ...given }: CheckedGroup, author: Author): NewGroup {
  const { by, at, idempotency } = author;
  const group: GroupRecord = {
    _id: newGroupId(agencies[agency].idPrefix),
    agency,
    ...given,
    // Its name is a free text: another agency sees the group once a second officer has countersigned it.
    provenance: { ...provenance, recordedAt: at, contested: false, unsigned: { by, at } },
    version: 1,
    createdAt: at,
    updatedAt: at,
    nextErasure: provenance.retainUntil,
    recordedWith: `${by} ${idempotency.key}`,
    recordedFingerprint: idempotency.fingerprint,
  };
  const { content, ...change } = contentOf(group);
  return {
    group,
    entry: entryOf(author, 1, 'RECORD', [{ ...change, after: content }]),
    counts: { recordedGroups: once(mostRecordedGroupsADay) },
  };
}
