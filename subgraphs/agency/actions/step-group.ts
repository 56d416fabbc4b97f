import { callerError } from '../../../server/errors.ts';
import type { Author } from '../records/dossier/step.ts';
import type { GroupRecord } from '../records/group/group-record.ts';
import type { NewGroup } from '../records/group/new-group.ts';
import { invalid, type Outcome, stale, unknownRecord } from '../records/outcome.ts';
import type { Problem } from '../records/problem.ts';
import type { GroupStore } from '../storage/stores/group-store.ts';

/** The answer of an action on a group that was carried out. */
export interface RecordedGroup {
  __typename: 'RecordedGroup';
  group: GroupRecord;
}

export const recordedGroup = (group: GroupRecord): RecordedGroup => ({ __typename: 'RecordedGroup', group });

/**
 * The answer to a request that was carried out before.
 * @throws IDEMPOTENCY_KEY_REUSED where the key was another request's, or the answer would be for what was not asked
 */
export function sameRequest(
  group: GroupRecord,
  fingerprint: string | undefined,
  { idempotency }: Author,
): RecordedGroup {
  if (fingerprint === idempotency.fingerprint) return recordedGroup(group);
  throw callerError('IDEMPOTENCY_KEY_REUSED', 'This idempotency-key was already used for another request.');
}

/**
 * Takes a step on a group at the version that the officer has read. The same request, sent again, is answered as it was. As with a
 * dossier, the step is a read as well, a refused one too.
 */
export async function stepGroup(
  {
    stores: { groups },
    reads,
  }: { stores: { groups: GroupStore }; reads: { noteGroup(group: string): void } },
  { group: id, version }: { group: string; version: number },
  author: Author,
  decide: (before: GroupRecord) => { problems: Problem[] } | NewGroup,
): Promise<Outcome<RecordedGroup>> {
  // Once more where another officer was quicker: with the same request, which is then answered as it was.
  for (;;) {
    const [[before], taken] = await Promise.all([groups.byIds([id]), groups.taken(id, author)]);
    if (!before) return unknownRecord(id);
    reads.noteGroup(id);
    if (taken) {
      const answer = sameRequest(before, taken.idempotency.fingerprint, author);
      await groups.confirm(id);
      return answer;
    }
    if (before.version !== version) return stale(before.version);
    const decision = decide(before);
    if ('problems' in decision) return invalid(decision.problems);
    if (await groups.replace(decision, version)) return recordedGroup(decision.group);
  }
}
