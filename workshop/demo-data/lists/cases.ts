import { agencies } from '../../../terms/agencies.ts';
import type { DemoAgency } from '../agencies/demo-agencies.ts';
import { reference } from '../chance/time.ts';
import type { Recording } from '../people/recording.ts';

const caseNumber = (agency: DemoAgency, year: number, serial: number): string =>
  `${agencies[agency].idPrefix}-${year}-${String(serial).padStart(6, '0')}`;

/** The case that development tokens name unless told otherwise. */
export const demoCaseOf = (agency: DemoAgency): string => caseNumber(agency, reference.getUTCFullYear(), 1);

/** Few enough cases a year that several dossiers share one. */
const casesAYear = 40;

/** The cases of a dossier, of the year it was opened or later; only chosen dossiers belong to the demo case. */
export function cases({ agency, openedAt, inDemoCase, ofAgency }: Recording): string[] {
  const own = ofAgency('cases');
  const anyCase = () =>
    caseNumber(
      agency,
      own.between(openedAt.getUTCFullYear(), reference.getUTCFullYear()),
      own.between(2, casesAYear + 1),
    );
  const chosen = [inDemoCase ? demoCaseOf(agency) : anyCase()];
  if (own.chance(0.2)) chosen.push(anyCase());
  return [...new Set(chosen)];
}
