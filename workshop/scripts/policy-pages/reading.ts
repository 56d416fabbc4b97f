import type { Side } from '../../../subgraphs/agency/permissions/policy.ts';
import { decideVerdicts, type Verdicts } from '../../../subgraphs/agency/permissions/verdicts.ts';
import { othersThan } from '../../../terms/agencies.ts';
import {
  type DecidedClass,
  decidedClasses,
  type FieldVerdict,
  type Purpose,
  purposes,
  type Role,
  roles,
} from '../../../terms/enums.ts';
import type { Mandate } from '../../../terms/mandate.ts';
import { table } from './markdown.ts';
import type { Subject } from './subject.ts';

const words: Record<FieldVerdict, string> = { ALLOW: 'yes', BY_RECORD: 'asks the dossier', DENY: 'no' };

const everyRow = roles.flatMap((role) => purposes.map((purpose) => ({ role, purpose })));

/** As the running subgraph decides it, not as the table is spelled. */
export function verdictsFor(
  { agency, policy }: Subject,
  side: Side,
  role: Role,
  purpose: Purpose,
  legalBasis: Mandate['legalBasis'] = 'COOPERATION_AGREEMENT',
): Verdicts {
  const [other = agency] = othersThan(agency);
  const viewer = { subject: '', agency: side === 'own' ? agency : other, roles: [role], cases: [] };
  return decideVerdicts(policy.table, agency, viewer, { purpose, legalBasis });
}

/** What viewers on one side read, a row for each role and purpose. */
export const readingTable = (subject: Subject, side: Side): string =>
  table(
    ['role', 'purpose', ...decidedClasses],
    everyRow.map(({ role, purpose }) => {
      const { of } = verdictsFor(subject, side, role, purpose);
      return [role, purpose, ...decidedClasses.map((column) => words[of[column]])];
    }),
  );

/** Who is not even told that there is a dossier: for each role the purposes, or all. */
export function toldNothing(subject: Subject, side: Side): string {
  const closed = roles.flatMap((role) => {
    const shut = purposes.filter((purpose) => verdictsFor(subject, side, role, purpose).of.OPEN === 'DENY');
    if (shut.length === 0) return [];
    return [shut.length === purposes.length ? role : `${role} for ${shut.join(' and ')}`];
  });
  return closed.join('; ') || 'nobody';
}

/** The classes that no viewer of another agency reads for a purpose, whatever is released. */
export function neverAbroad(subject: Subject): Map<DecidedClass, Purpose[]> {
  const isOpen = (column: DecidedClass, purpose: Purpose) =>
    roles.some((role) => verdictsFor(subject, 'foreign', role, purpose).of[column] !== 'DENY');
  return new Map(
    decidedClasses
      .map((column) => [column, purposes.filter((purpose) => !isOpen(column, purpose))] as const)
      .filter(([, shut]) => shut.length > 0),
  );
}
