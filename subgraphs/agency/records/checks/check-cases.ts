import { type Agency, agencies } from '../../../../terms/agencies.ts';
import type { Viewer } from '../../../../terms/viewer.ts';
import { type Problem, refuse } from '../problem.ts';

/** An officer who names cases. */
export type CaseNamer = Pick<Viewer, 'cases' | 'roles'>;

const foreign = 'A dossier names cases of its owner alone: leave those of other agencies out.';
const unassigned =
  'One of the cases is not assigned to you: name cases of yours, or ask your agency for this one.';

/**
 * The problems of the cases that a new dossier names. A case's officers read its dossiers, get its alerts and share its budget, so nobody puts a
 * dossier into a case of which they know no more than its number. It depends on no record: a case that does not exist is refused alike.
 * @param namer absent for an import, whose file names the cases
 */
export function caseProblems(cases: readonly string[], agency: Agency, namer?: CaseNamer): Problem[] {
  const own = `${agencies[agency].idPrefix}-`;
  const mayNameAny = namer === undefined || namer.roles.includes('SUPERVISOR');
  if (!cases.every((number) => number.startsWith(own)))
    return refuse('CASE_OF_ANOTHER_AGENCY', foreign, 'cases').problems;
  if (mayNameAny || cases.every((number) => namer.cases.includes(number))) return [];
  return refuse('CASE_NOT_ASSIGNED', unassigned, 'cases').problems;
}
