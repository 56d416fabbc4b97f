import type { Author } from '../dossier/step.ts';
import { type Problem, refuse } from '../problem.ts';
import { nextVersion } from './amend-group.ts';
import type { GroupRecord } from './group-record.ts';
import type { NewGroup } from './new-group.ts';

/**
 * A group that another officer vouches for, so that other agencies see it with its members, as it is now.
 * @param neutrality the officer's note on its name, which its history keeps
 */
export function countersignGroup(
  before: GroupRecord,
  author: Author,
  neutrality: string,
): { problems: Problem[] } | NewGroup {
  const { unsigned, ...provenance } = before.provenance;
  if (!unsigned) return refuse('NOT_PROPOSED', 'This group does not wait for a countersignature.', 'group');
  if (unsigned.by === author.by) {
    const message =
      'You recorded or amended this group, so you cannot countersign it: ask another supervisor.';
    return refuse('SAME_OFFICER', message, 'group');
  }
  const { kind, name } = before;
  return nextVersion(before, { kind, name, provenance }, author, 'COUNTERSIGN_VALUES', neutrality);
}
