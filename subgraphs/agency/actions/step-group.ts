import type { ActionOutcome } from '../records/action-outcome.ts';
import type { Author } from '../records/dossier/step.ts';
import type { GroupRecord } from '../records/group/group-record.ts';
import type { NewGroup } from '../records/group/new-group.ts';
import type { Problem } from '../records/problem.ts';
import type { GroupStore } from '../storage/stores/group-store.ts';
import { demandWithinDay } from './demand-within-day.ts';
import { stepOfOfficer } from './step-of-officer.ts';

/** The answer of an action on a group that was carried out. */
export interface RecordedGroup {
  __typename: 'RecordedGroup';
  group: GroupRecord;
}

export const recordedGroup = (group: GroupRecord): RecordedGroup => ({ __typename: 'RecordedGroup', group });

/** Takes an officer's step on a group, see `stepOfOfficer`. The same request, sent again, is answered with the group as it is now. */
export async function stepGroup(
  {
    stores: { groups },
    reads,
  }: { stores: { groups: GroupStore }; reads: { noteGroup(group: string): void } },
  { group: id, version }: { group: string; version: number },
  author: Author,
  decide: (before: GroupRecord) => { problems: Problem[] } | NewGroup,
): Promise<ActionOutcome<RecordedGroup>> {
  const outcome = await stepOfOfficer(
    {
      async read() {
        const [[kept = null], before] = await Promise.all([groups.byIds([id]), groups.taken(id, author)]);
        return { kept, takenAs: before?.idempotency.fingerprint };
      },
      versionOf: (group) => group.version,
      confirm: groups.confirm,
      noteRead: ({ _id }) => reads.noteGroup(_id),
      write: (step: NewGroup, before) => groups.replace(step, before.version),
    },
    { id, version },
    author,
    {
      // Groups are read by their members, so the officer's reading is demanded before the step begins.
      async decide(before) {
        const result = decide(before);
        if ('problems' in result) return result;
        await demandWithinDay(groups, author, result.counts);
        return { step: result };
      },
    },
  );
  return 'before' in outcome ? recordedGroup(outcome.step?.group ?? outcome.before) : outcome;
}
