import { daysAfter } from '../../../../terms/days.ts';
import type { ReleaseRules } from '../dossier/releases/read-release.ts';
import { endOfDay, startOfDay } from '../formats/dates/day-window.ts';
import { caseOf, type JointOperation, termsOf } from './half/joint-operation.ts';
import { lastDay } from './half/operation-state.ts';

/**
 * The terms of a release for an operation: for the other agency's case and the operation's purpose, from its first day to its last, or as long
 * as the owner's policy lets a release be.
 */
export function termsOfRelease(
  operation: JointOperation,
  now: Date,
  { longestReleaseDays }: Pick<ReleaseRules, 'longestReleaseDays'>,
): { to: string; purposes: string[]; case?: string; from?: string; until: string } {
  const terms = termsOf(operation);
  const last = lastDay(operation);
  if (!terms || last === undefined) throw new Error(`operation ${operation.id} was not agreed on`);
  const begins = startOfDay(terms.from);
  const from = begins > now ? begins : now;
  const until = Math.min(endOfDay(last).getTime(), daysAfter(from, longestReleaseDays).getTime());
  const number = caseOf(operation.theirs);
  return {
    to: operation.other,
    purposes: [terms.purpose],
    ...(number !== undefined && { case: number }),
    ...(begins > now && { from: begins.toISOString() }),
    until: new Date(until).toISOString(),
  };
}
