import { daysAfter } from '../../../../terms/days.ts';
import { isSubject, longestSubject } from '../../../../terms/viewer.ts';
import { type Problem, refuse } from '../problem.ts';
import { boundsOfDay } from '../reads/bounds-of-day.ts';

/** An officer who stands in for another one, who is out of office: one for each officer at a time. */
export interface Deputy {
  /** The officer who is out of office, as the agency's tokens name them. */
  _id: string;
  /** The officer who stands in for them. */
  deputy: string;
  /** The moment at which it ends. */
  until: Date;
}

/** Days from today to the last one; who is longer away has their requests taken over. */
export const longestAbsence = 366;

function deputyProblems(deputy: string, officer: string): Problem[] {
  if (deputy === '') return refuse('MISSING', 'must not be empty', 'deputy').problems;
  if (deputy === officer)
    return refuse('SAME_OFFICER', 'You cannot stand in for yourself: name another officer.', 'deputy')
      .problems;
  if (deputy.length > longestSubject)
    return refuse('TOO_LONG', `must be at most ${longestSubject} characters`, 'deputy').problems;
  return isSubject(deputy) ? [] : refuse('MALFORMED', 'must be the `sub` of a token', 'deputy').problems;
}

/**
 * The deputy that an officer names, to the end of a day in UTC.
 * @param given the deputy as the agency's tokens are read, and a day such as 2026-11-25
 * @returns all problems at once: MISSING, SAME_OFFICER, TOO_LONG, MALFORMED, OUT_OF_RANGE
 */
export function readDeputy(
  given: { deputy: string; until: string },
  officer: string,
  now: Date,
): { deputy: Deputy } | { problems: Problem[] } {
  const { deputy } = given;
  const until = boundsOfDay(given.until)?.to;
  const isInRange = until !== undefined && until > now && until <= daysAfter(now, longestAbsence + 1);
  const problems = [
    ...deputyProblems(deputy, officer),
    ...(isInRange
      ? []
      : refuse('OUT_OF_RANGE', `must be a day from today on, within ${longestAbsence} days`, 'until')
          .problems),
  ];
  return problems.length > 0 || !until ? { problems } : { deputy: { _id: officer, deputy, until } };
}
