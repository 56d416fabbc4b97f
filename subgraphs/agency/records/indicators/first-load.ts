import type { Agency } from '../../../../terms/agencies.ts';
import { daysAfter } from '../../../../terms/days.ts';
import { type Problem, refuse } from '../problem.ts';
import { boundsOfDay } from '../reads/bounds-of-day.ts';

/** A larger quota for one load: as many slots beside those of each day, until a time. */
export interface LoadTerms {
  slots: number;
  until: Date;
}

/** The terms as a supervisor has signed them. */
export interface SignedTerms extends LoadTerms {
  at: Date;
  /** The supervisor; who signs at another agency is not told. */
  by?: string;
  /** The number of the message that told of it, where another agency has signed. */
  number?: number;
}

/** The larger quota between this agency and another one, which both have to sign in the same terms. */
export interface FirstLoad {
  /** The other agency. */
  _id: Agency;
  here?: SignedTerms;
  there?: SignedTerms;
  /** The last terms of this agency that another officer has put others in the place of, the newest last. */
  replaced?: SignedTerms[];
}

/** Blinded elements of a round of a first load, and tokens that it tells: as many as messages may have, but for the withdrawal. */
export const slotsOfLoad = 63;

/** Slots that can be agreed on: the identifiers of a large agency, four times. */
const mostSlots = 100_000;

/** Days from today to the last one of a load. */
const longestLoad = 60;

/** The terms that both sides have signed, as long as they hold. */
export function termsInForce(load: FirstLoad | null, at: Date): LoadTerms | undefined {
  const { here, there } = load ?? {};
  if (!here || !there) return undefined;
  const isAgreed = here.slots === there.slots && here.until.getTime() === there.until.getTime();
  return isAgreed && at < here.until ? { slots: here.slots, until: here.until } : undefined;
}

/**
 * Reads the terms that a supervisor signs, to the end of a day in UTC.
 * @returns all problems at once, as OUT_OF_RANGE
 */
export function readLoad(
  given: { slots: number; until: string },
  now: Date,
): { terms: LoadTerms } | { problems: Problem[] } {
  const until = boundsOfDay(given.until)?.to;
  const isInRange = until !== undefined && until > now && until <= daysAfter(now, longestLoad + 1);
  const problems = [
    ...(given.slots >= 1 && given.slots <= mostSlots
      ? []
      : refuse('OUT_OF_RANGE', `must be 1 to ${mostSlots}`, 'slots').problems),
    ...(isInRange
      ? []
      : refuse('OUT_OF_RANGE', `must be a day from today on, within ${longestLoad} days`, 'until').problems),
  ];
  return problems.length > 0 || !until ? { problems } : { terms: { slots: given.slots, until } };
}

/** Terms that are kept once another officer has replaced them. */
const mostReplaced = 10;

/** Milliseconds between two signatures of one officer: each is told to the other agency. */
const betweenSignatures = 600_000;

/**
 * Why an officer may not sign terms in the place of those that stand: terms in force are replaced by the officer who signed them alone, so
 * that nobody else ends what two agencies have agreed on.
 */
export function signingProblems(load: FirstLoad | null, by: string, now: Date): Problem[] {
  const { here } = load ?? {};
  if (!here) return [];
  if (here.by !== by && termsInForce(load, now))
    return refuse('WRONG_STATE', 'terms that another officer has signed are in force: ask them', 'agency')
      .problems;
  return here.by === by && now.getTime() - here.at.getTime() < betweenSignatures
    ? refuse('TOO_MANY', 'you have signed terms in the last ten minutes', 'agency').problems
    : [];
}

/** The fields of a load that an officer's signature changes. Terms that another officer had signed stay on record. */
export function withSigned(
  load: FirstLoad | null,
  signed: SignedTerms,
): Pick<FirstLoad, 'here' | 'replaced'> {
  const { here, replaced = [] } = load ?? {};
  const kept = here && here.by !== signed.by ? [...replaced, here].slice(-mostReplaced) : replaced;
  return { here: signed, ...(kept.length > 0 && { replaced: kept }) };
}
