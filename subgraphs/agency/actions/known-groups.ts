import type { Problem } from '../records/problem.ts';
import type { GroupStore } from '../storage/stores/group-store.ts';

/** The part of a record to be written that names groups. */
interface NamesGroups {
  memberships: readonly { group: string }[];
}

/** Those of the groups that are named which the agency has, all asked for in one read. */
export async function knownGroups(
  groups: Pick<GroupStore, 'byIds'>,
  inputs: readonly NamesGroups[],
): Promise<ReadonlySet<string>> {
  const named = new Set(inputs.flatMap(({ memberships }) => memberships.map(({ group }) => group)));
  if (named.size === 0) return new Set();
  return new Set((await groups.byIds([...named])).map(({ _id }) => _id));
}

/** A membership is of a group that is a record of its own: of any other, nobody could say what he is a member of. */
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
