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

/** The problems of an officer's name, as their agency's tokens have it. */
export function subjectProblems(subject: string, path: string): Problem[] {
  if (subject === '') return refuse('MISSING', 'must not be empty', path).problems;
  if (subject.length > longestSubject)
    return refuse('TOO_LONG', `must be at most ${longestSubject} characters`, path).problems;
  return isSubject(subject) ? [] : refuse('MALFORMED', 'must be the `sub` of a token', path).problems;
}

const deputyProblems = (deputy: string, officer: string): Problem[] =>
  deputy === officer
    ? refuse('SAME_OFFICER', 'You cannot stand in for yourself: name another officer.', 'deputy').problems
    : subjectProblems(deputy, 'deputy');

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
