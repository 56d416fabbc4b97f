import type { AgencyPolicy, PolicyRow } from '../../../subgraphs/agency/permissions/policy.ts';
import type { Viewpoint } from '../../support/coordinates/situations.ts';
import {
  columns,
  everyPurpose,
  everyRole,
  letterOf,
  type Owner,
  type Side,
} from '../../support/policy/table.ts';

/** One change of an agency's policy, and the viewpoints of which one at least must notice. */
export interface Flip {
  name: string;
  changed: AgencyPolicy;
  viewpoints: Viewpoint[];
}

const letters = ['A', 'R', '-'];
const nothing: PolicyRow = { own: '-------', foreign: '-------' };

const replaced = (cells: string, index: number, letter: string): string =>
  `${cells.slice(0, index)}${letter}${cells.slice(index + 1)}`;

/** Every cell, those of rows that are absent too, as each of the other two letters. */
function cellFlips(owner: Owner, policy: AgencyPolicy): Flip[] {
  return everyRole.flatMap((role) =>
    everyPurpose.flatMap((purpose) =>
      (['own', 'foreign'] as const).flatMap((side: Side) =>
        columns.flatMap((column, index) => {
          const name = `${role} ${purpose}` as const;
          const row = policy.table[name] ?? nothing;
          return letters
            .filter((letter) => letter !== row[side].charAt(index))
            .map((letter) => ({
              name: `${owner}, ${name}, ${side}, ${column}: ${row[side].charAt(index)} to ${letter}`,
              changed: {
                ...policy,
                table: { ...policy.table, [name]: { ...row, [side]: replaced(row[side], index, letter) } },
              },
              viewpoints: [{ owner, side, roles: [role], purpose }],
            }));
        }),
      ),
    ),
  );
}

/** A class that is shared, or no more; of those that any row leaves to the record, as for others it says nothing. */
function shareableFlips(owner: Owner, policy: AgencyPolicy): Flip[] {
  return columns.flatMap((column) => {
    const viewpoints = everyRole.flatMap((role) =>
      everyPurpose
        .filter((purpose) => letterOf(owner, 'foreign', role, purpose, column) === 'R')
        .map((purpose): Viewpoint => ({ owner, side: 'foreign', roles: [role], purpose })),
    );
    if (viewpoints.length === 0) return [];
    const without = policy.shareable.filter((one) => one !== column);
    const isShared = without.length < policy.shareable.length;
    const shareable = isShared ? without : [...without, column];
    return [
      {
        name: `${owner}, ${column} ${isShared ? 'not ' : ''}shareable`,
        changed: { ...policy, shareable },
        viewpoints,
      },
    ];
  });
}

export const flipsOf = (owner: Owner, policy: AgencyPolicy): Flip[] => [
  ...cellFlips(owner, policy),
  ...shareableFlips(owner, policy),
];
