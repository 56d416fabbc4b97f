import { caseProblems } from '../../checks/check-cases.ts';
import { refuse } from '../../problem.ts';
import { mostCases } from '../../values/dossier-input.ts';
import { once } from '../counts.ts';
import type { DossierRecord } from '../dossier-record.ts';
import type { Author, StepResult } from '../step.ts';
import { stepOf } from './changing-values.ts';

/** The most cases that an officer adds in a day: nothing takes one out again, and a dossier names no more than fifty. */
export const mostCasesAddedADay = 10;

/** Adds one of the agency's own cases to a dossier: the officers of that case then work on it too. */
export function addCase(dossier: DossierRecord, author: Author, number: string, reason: string): StepResult {
  const problems = caseProblems([number], dossier.agency).map((problem) => ({ ...problem, path: 'case' }));
  if (problems.length > 0) return { problems };
  const { cases } = dossier;
  if (cases.includes(number))
    return refuse('CASE_NAMED', 'The dossier names this case already: there is nothing to add.', 'case');
  if (cases.length >= mostCases)
    return refuse('TOO_MANY', `A dossier names at most ${mostCases} cases.`, 'case');
  const changed = { set: { cases: [...cases, number] }, unset: [] };
  const step = stepOf(dossier, author, 'ADD_CASE', changed, [{ field: 'cases', after: number, reason }]);
  return { step: { ...step, counts: { addedCases: once(mostCasesAddedADay) } } };
}
