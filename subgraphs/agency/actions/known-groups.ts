import type { Problem } from '../records/problem.ts';
import type { GroupStore } from '../storage/stores/group-store.ts';

/** The part of a record to be written that names groups. */
interface NamesGroups {
  memberships: readonly { group: string }[];
}

/** The groups that inputs name and that the agency has, found in one read. */
export async function knownGroups(
  groups: Pick<GroupStore, 'byIds'>,
  inputs: readonly NamesGroups[],
): Promise<ReadonlySet<string>> {
  const named = new Set(inputs.flatMap(({ memberships }) => memberships.map(({ group }) => group)));
  if (named.size === 0) return new Set();
  return new Set((await groups.byIds([...named])).map(({ _id }) => _id));
}

/** The problems of memberships in groups that have no record: nobody could say what the person is a member of. */
export const unknownGroups = ({ memberships }: NamesGroups, known: ReadonlySet<string>): Problem[] =>
  memberships.flatMap(({ group }, index): Problem[] =>
    known.has(group)
      ? []
      : [
          {
            path: `memberships.${index}.group`,
            code: 'GROUP_UNKNOWN',
            message: 'This agency has no group with that id: record it first, or correct the id.',
          },
        ],
  );
