import { type Problem, refuse } from '../../problem.ts';
import { subjectProblems } from '../../requests/deputy.ts';
import type { OperationMember } from '../half/joint-operation.ts';

/** The problems of an officer who is to take part: by their name alone, which says nothing of whether there is such an officer. */
export function memberProblems(
  { officer }: OperationMember,
  isSuspended: (officer: string) => boolean,
): Problem[] {
  const problems = subjectProblems(officer, 'officer');
  if (problems.length > 0 || !isSuspended(officer)) return problems;
  return refuse('INCONSISTENT', 'must not be suspended: name another officer', 'officer').problems;
}
