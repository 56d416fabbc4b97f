import { z } from 'zod';
import { type Agency, agencyNames } from '../../../identity/agencies.ts';
import { caseForm, purposes } from '../../../identity/mandate.ts';
import { listProblems, type Problem, refuse } from '../checks/problem.ts';
import { readText } from '../checks/read-text.ts';
import { structureProblems } from '../checks/structure.ts';
import { type AgencyPolicy, type PolicyColumn, policyColumns, verdictInRow } from '../permissions/policy.ts';
import type { Release } from './record.ts';

export const longestReason = 500;

const moment = z.iso.datetime({ offset: true });

const releaseInput = z.strictObject({
  to: z.enum(agencyNames),
  classes: z.array(z.enum(policyColumns)).min(1),
  purposes: z.array(z.enum(purposes)).min(1),
  case: z.string().regex(new RegExp(caseForm), 'must be a case number such as BY-2026-000001').nullish(),
  from: moment.nullish(),
  until: moment,
  reason: z.string(),
});

/** What a liaison proposes, checked. */
export type ProposedRelease = Pick<
  Release,
  'to' | 'classes' | 'purposes' | 'case' | 'from' | 'until' | 'reason'
>;

const millisecondsADay = 86_400_000;

/** Whether any viewer of another agency could ever read the class under the purpose: no release opens it otherwise. */
const isEverReadAbroad = ({ table }: AgencyPolicy, column: PolicyColumn, purpose: string): boolean =>
  Object.entries(table).some(
    ([name, row]) => name.endsWith(` ${purpose}`) && verdictInRow(row, 'foreign', column) !== 'DENY',
  );

function timeProblems(from: Date, until: Date, now: Date, { longestReleaseDays }: AgencyPolicy): Problem[] {
  const problems: Problem[] = [];
  const today = new Date(now.toISOString().slice(0, 10));
  const past = (path: string) =>
    problems.push(...refuse('RELEASE_PAST', 'This is past: give a later time.', path).problems);
  if (from < today) past('from');
  if (until <= now) past('until');
  if (until <= from)
    problems.push(...refuse('INCONSISTENT', 'must be after the beginning of the release', 'until').problems);
  if (until.getTime() - from.getTime() > longestReleaseDays * millisecondsADay) {
    const message = `A release lasts at most ${longestReleaseDays} days here: give an earlier end.`;
    problems.push(...refuse('RELEASE_TOO_LONG', message, 'until').problems);
  }
  return problems;
}

/** Checks a proposal against the agency's policy and clock; all problems at once. */
export function readRelease(
  raw: unknown,
  { owner, policy, now }: { owner: Agency; policy: AgencyPolicy; now: Date },
): { release: ProposedRelease } | { problems: Problem[] } {
  const parsed = releaseInput.safeParse(raw);
  if (!parsed.data) return { problems: listProblems(structureProblems(raw, parsed.error.issues)) };
  const { to, classes, purposes: wanted, case: number, reason } = parsed.data;
  const from = parsed.data.from == null ? now : new Date(parsed.data.from);
  const until = new Date(parsed.data.until);
  const problems = timeProblems(from, until, now, policy);
  if (to === owner) {
    problems.push(...refuse('OWN_AGENCY', 'A release is to another agency.', 'to').problems);
  }
  for (const [index, column] of classes.entries()) {
    const never = wanted.filter((purpose) => !isEverReadAbroad(policy, column, purpose));
    if (never.length === 0) continue;
    const message = `${owner} never gives ${column} abroad for ${never.join(', ')}: leave it out.`;
    problems.push(...refuse('NEVER_RELEASED', message, `classes.${index}`).problems);
  }
  const text = readText('reason', reason, longestReason);
  if ('problems' in text) problems.push(...text.problems);
  if ('problems' in text || problems.length > 0) return { problems: listProblems(problems) };
  return {
    release: {
      to,
      classes: [...new Set(classes)],
      purposes: [...new Set(wanted)],
      ...(number != null && { case: number }),
      from,
      until,
      reason: text.text,
    },
  };
}
