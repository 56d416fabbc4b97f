import { z } from 'zod';
import { type Agency, agencyNames } from '../../../../../terms/agencies.ts';
import { dayOf, daysAfter } from '../../../../../terms/days.ts';
import { type DecidedClass, decidedClasses, type Purpose, purposes } from '../../../../../terms/enums.ts';
import { caseForm } from '../../../../../terms/mandate.ts';
import { readReason } from '../../checks/read-text.ts';
import { structureProblems } from '../../checks/structure.ts';
import { listProblems, type Problem, refuse } from '../../problem.ts';
import type { Release } from '../release.ts';

const moment = z.iso.datetime({ offset: true });

const releaseInput = z.strictObject({
  to: z.enum(agencyNames),
  classes: z.array(z.enum(decidedClasses)).min(1).max(decidedClasses.length),
  purposes: z.array(z.enum(purposes)).min(1).max(purposes.length),
  case: z.string().regex(new RegExp(caseForm), 'must be a case number such as BY-2026-000001').nullish(),
  from: moment.nullish(),
  until: moment,
  reason: z.string(),
});
/** The fields that have their form. */
const soundInput = releaseInput.partial();
type Given = z.infer<typeof soundInput>;
const fields = Object.keys(releaseInput.shape);

/** A liaison's proposal, checked. */
export type ProposedRelease = Pick<
  Release,
  'to' | 'classes' | 'purposes' | 'case' | 'from' | 'until' | 'reason' | 'operation' | 'isHeld'
>;

/** The part of an agency's policy that concerns releases. */
export interface ReleaseRules {
  /** The longest that a release may last. */
  longestReleaseDays: number;
  /** True if some viewer of another agency could read the class for the purpose once it is released. */
  isEverReadAbroad(informationClass: DecidedClass, purpose: Purpose): boolean;
}

function timeProblems(from: Date, until: Date, now: Date, { longestReleaseDays }: ReleaseRules): Problem[] {
  const problems: Problem[] = [];
  const today = new Date(dayOf(now));
  const past = (path: string) =>
    problems.push(...refuse('RELEASE_PAST', 'This time is past: give a later one.', path).problems);
  if (from < today) past('from');
  if (until <= now) past('until');
  if (until <= from)
    problems.push(...refuse('INCONSISTENT', 'must be after the beginning of the release', 'until').problems);
  if (until > daysAfter(from, longestReleaseDays)) {
    const message = `A release lasts at most ${longestReleaseDays} days here: give an earlier end.`;
    problems.push(...refuse('RELEASE_TOO_LONG', message, 'until').problems);
  }
  return problems;
}

interface Checking {
  owner: Agency;
  rules: ReleaseRules;
  /** The beginning of a release that names none. */
  now: Date;
}

const beginningOf = ({ from }: { from?: string | null | undefined }, now: Date): Date =>
  from == null ? now : new Date(from);

/** Problems of the fields that have their form, whatever is wrong with the form of others. */
function contentProblems(given: Given, isSound: (field: string) => boolean, checking: Checking) {
  const { owner, rules, now } = checking;
  const { to, classes = [], purposes: wanted = [], until } = given;
  const problems: Problem[] = [];
  if (until !== undefined && isSound('from'))
    problems.push(...timeProblems(beginningOf(given, now), new Date(until), now, rules));
  if (to === owner)
    problems.push(...refuse('OWN_AGENCY', 'A release goes to another agency.', 'to').problems);
  for (const [index, column] of classes.entries()) {
    const never = wanted.filter((purpose) => !rules.isEverReadAbroad(column, purpose));
    if (never.length === 0) continue;
    const message = `${owner} never releases ${column} abroad for ${never.join(', ')}: leave it out.`;
    problems.push(...refuse('NEVER_RELEASED', message, `classes.${index}`).problems);
  }
  return problems;
}

/** Checks a proposal against the agency's policy and clock; all problems at once. */
export function readRelease(
  raw: Readonly<Record<string, unknown>>,
  checking: Checking,
): { release: ProposedRelease } | { problems: Problem[] } {
  const { data, error } = releaseInput.safeParse(raw);
  const issues = error?.issues ?? [];
  const broken = new Set(issues.map(({ path }) => path[0]));
  const isSound = (field: string) => !broken.has(field);
  const sound = Object.fromEntries(
    fields.filter((field) => field in raw && isSound(field)).map((field) => [field, raw[field]]),
  );
  const problems = [
    ...structureProblems(raw, issues),
    ...contentProblems(soundInput.parse(sound), isSound, checking),
  ];
  const text = typeof sound.reason === 'string' ? readReason(sound.reason) : undefined;
  if (text && 'problems' in text) problems.push(...text.problems);
  if (!data || !text || 'problems' in text || problems.length > 0)
    return { problems: listProblems(problems) };
  return {
    release: {
      to: data.to,
      classes: [...new Set(data.classes)],
      purposes: [...new Set(data.purposes)],
      ...(data.case != null && { case: data.case }),
      from: beginningOf(data, checking.now),
      until: new Date(data.until),
      reason: text.text,
    },
  };
}
