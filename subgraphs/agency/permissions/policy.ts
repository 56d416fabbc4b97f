import { SettingsError } from '../../../server/settings.ts';
import {
  type DecidedClass,
  decidedClasses,
  type FieldVerdict,
  type Purpose,
  purposes,
  type Role,
  roles,
} from '../../../terms/enums.ts';
import type { ReleaseRules } from '../records/dossier/releases/read-release.ts';

/** One letter a column: `A` the class may be read, `R` the record is asked, `-` it may not. */
export interface PolicyRow {
  /** The letters for viewers of the agency itself. */
  own: string;
  /** The letters for viewers of another agency. */
  foreign: string;
}

/** Table of reading rights on an agency's dossiers, by role and purpose. A row that is absent denies everything. */
export type PolicyTable = Readonly<Partial<Record<`${Role} ${Purpose}`, PolicyRow>>>;

/** An agency's decisions on the reading of its dossiers. */
export interface AgencyPolicy {
  table: PolicyTable;
  /** Classes that another agency may read of a SHAREABLE dossier without a release, where its row asks the record. */
  shareable: readonly DecidedClass[];
  /**
   * After so many days a value that one officer has added is seen abroad without a countersignature. Absent: it waits for the
   * countersignature, however long.
   */
  unsignedDays?: number;
  /**
   * Own viewers say in `concord-reason` why they read what is more sensitive than IDENTITY of a dossier that has none of their
   * mandate's cases; without a reason it is withheld (REASON_NEEDED).
   */
  demandsReason: boolean;
  /** The longest that a release may last. */
  longestReleaseDays: number;
}

/** The viewer's relation to the dossiers: of their own agency, or of another one. */
export type Side = keyof PolicyRow;

const verdictOfLetter: Record<string, FieldVerdict> = { A: 'ALLOW', R: 'BY_RECORD', '-': 'DENY' };

/** The verdict of one row on one class. */
export const verdictInRow = (row: PolicyRow | undefined, side: Side, column: DecidedClass): FieldVerdict =>
  verdictOfLetter[row?.[side].charAt(decidedClasses.indexOf(column)) ?? '-'] ?? 'DENY';

/**
 * The policy's rules for releases: a release opens a class only for a purpose for which some role abroad may ever read
 * it.
 */
export const releaseRulesOf = ({ table, longestReleaseDays }: AgencyPolicy): ReleaseRules => ({
  longestReleaseDays,
  isEverReadAbroad: (column, purpose) =>
    Object.entries(table).some(
      ([name, row]) => name.endsWith(` ${purpose}`) && verdictInRow(row, 'foreign', column) !== 'DENY',
    ),
});

/** Classes that a reason can be demanded for. */
export const aboveIdentity: readonly DecidedClass[] = decidedClasses.filter(
  (column) => column !== 'IDENTITY',
);

const cells = new RegExp(`^[AR-]{${decidedClasses.length}}$`);

/** @throws SettingsError naming each row that cannot be read as it was meant */
export function checkPolicy(agency: string, { table }: AgencyPolicy): void {
  const problems = Object.entries(table).flatMap(([name, row]) => {
    const [role = '', purpose = ''] = name.split(' ');
    const isKnown =
      (roles as readonly string[]).includes(role) && (purposes as readonly string[]).includes(purpose);
    if (!isKnown) return [`${name} is no role and purpose`];
    return (['own', 'foreign'] as const)
      .filter((side) => !cells.test(row[side]))
      .map((side) => `${name}, ${side}: ${decidedClasses.length} letters A, R or - are needed`);
  });
  if (problems.length > 0) throw new SettingsError(`the policy table of ${agency}: ${problems.join('; ')}`);
}
