import type { Agency } from '../../../terms/agencies.ts';
import {
  type DecidedClass,
  decidedClasses,
  type FieldVerdict,
  type InformationClass,
  type Purpose,
  purposes,
  type Role,
} from '../../../terms/enums.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { rolesHeld, type Viewer } from '../../../terms/viewer.ts';
import { aboveIdentity, type PolicyTable, type Side, verdictInRow } from './policy.ts';

/** The reason why a class is denied to a viewer for every record; it says nothing of any record. */
export type StaticReason = 'ROLE' | 'PURPOSE' | 'LEGAL_BASIS';

/** The policy's verdicts for one viewer under one mandate, decided once for all fields and records. */
export interface Verdicts {
  /** Names the set: equal keys have equal verdicts. */
  key: string;
  side: Side;
  roles: readonly Role[];
  of: Readonly<Record<InformationClass, FieldVerdict>>;
  /** The reasons, for the classes that are denied. */
  reasons: Readonly<Partial<Record<InformationClass, StaticReason>>>;
  /** The classes that are left to the dossier for want of a reason: policy alone would allow them. */
  wantReason: readonly InformationClass[];
}

const strength: Record<FieldVerdict, number> = { DENY: 0, BY_RECORD: 1, ALLOW: 2 };

/** Several roles have what any of them has, and never more. */
const verdictFor = (
  table: PolicyTable,
  side: Side,
  held: readonly Role[],
  purpose: Purpose,
  column: DecidedClass,
): FieldVerdict =>
  held
    .map((role) => verdictInRow(table[`${role} ${purpose}`], side, column))
    .reduce((best, verdict) => (strength[verdict] > strength[best] ? verdict : best), 'DENY');

/**
 * Verdicts by class, with OPEN: who may read nothing at all is not told what exists. LINKAGE goes with it: no viewer can ask for
 * it, and what machines hand on in it is of the classes that they may read alone.
 */
function verdictsOf(table: PolicyTable, side: Side, held: readonly Role[], purpose: Purpose) {
  const columns = decidedClasses.map(
    (column) => [column, verdictFor(table, side, held, purpose, column)] as const,
  );
  const open: FieldVerdict = columns.some(([, verdict]) => verdict !== 'DENY') ? 'ALLOW' : 'DENY';
  return { ...Object.fromEntries(columns), OPEN: open, LINKAGE: open } as Record<
    InformationClass,
    FieldVerdict
  >;
}

/**
 * National law is a ground at home. Abroad only what the states have agreed on is one, so under it another agency's
 * dossiers are closed.
 */
const opensNothing = (side: Side, { legalBasis }: Mandate): boolean =>
  side === 'foreign' && legalBasis === 'NATIONAL_LAW';

/**
 * Decides what an agency's policy says to a viewer under a mandate.
 * @param lacksReason the policy demands a reason of own viewers, and none was given
 */
export function decideVerdicts(
  table: PolicyTable,
  owner: Agency,
  viewer: Viewer,
  mandate: Mandate,
  lacksReason = false,
): Verdicts {
  const side: Side = viewer.agency === owner ? 'own' : 'foreign';
  const held = rolesHeld(viewer.roles);
  const { purpose } = mandate;
  const byPolicy = verdictsOf(table, side, held, purpose);
  const isClosed = opensNothing(side, mandate);
  const reasons: Partial<Record<InformationClass, StaticReason>> = {};
  const of = { ...byPolicy };
  for (const informationClass of Object.keys(of) as InformationClass[]) {
    const verdict = byPolicy[informationClass];
    if (verdict !== 'DENY' && !isClosed) continue;
    of[informationClass] = 'DENY';
    const isDeniedFor = (other: Purpose) => verdictsOf(table, side, held, other)[informationClass] === 'DENY';
    if (verdict !== 'DENY') reasons[informationClass] = 'LEGAL_BASIS';
    else reasons[informationClass] = purposes.every(isDeniedFor) ? 'ROLE' : 'PURPOSE';
  }
  const wantReason =
    side === 'own' && lacksReason ? aboveIdentity.filter((column) => of[column] === 'ALLOW') : [];
  for (const column of wantReason) of[column] = 'BY_RECORD';
  const key = [
    side,
    held.join('+'),
    purpose,
    ...(isClosed ? ['NATIONAL_LAW'] : []),
    ...(wantReason.length > 0 ? ['without a reason'] : []),
  ].join(' ');
  return { key, side, roles: held, of, reasons, wantReason };
}

/** The verdicts of an agency's policy, each set decided once: there are no more than roles and purposes can make. */
export function verdictsBy(
  table: PolicyTable,
  owner: Agency,
): (viewer: Viewer, mandate: Mandate, lacksReason?: boolean) => Verdicts {
  const decided = new Map<string, Verdicts>();
  return (viewer, mandate, lacksReason = false) => {
    const held = rolesHeld(viewer.roles);
    const question = [viewer.agency === owner, held, mandate.purpose, mandate.legalBasis, lacksReason].join(
      ' ',
    );
    const known = decided.get(question);
    if (known) return known;
    const verdicts = decideVerdicts(table, owner, viewer, mandate, lacksReason);
    decided.set(question, verdicts);
    return verdicts;
  };
}
