import { createHash } from 'node:crypto';
import type { Plan } from './plan.ts';

/**
 * What two agencies are to find, said by somebody who sees the plans of both. It shares no line with what it judges: its own calendar, its own choice of
 * values, and its own rule of who clashes with whom.
 */

export type Found = 'NOT_COMPARED' | 'CLEAR' | 'CONFLICT' | 'COORDINATED' | 'OVERRIDDEN';

const day = 86_400_000;
const threeHours = 3 * 3_600_000;

/** The day of a moment in Minsk and Moscow, as a number of days since 1970. */
export const dayThere = (moment: Date): number => Math.floor((moment.getTime() + threeHours) / day);

export const isOver = ({ until }: Plan, moment: Date): boolean => dayThere(moment) > until;

/** The number of the week of a day, counted from the Monday of 29 December 1969 on. */
const weekNumber = (at: number): number => Math.floor((at + 3) / 7);

/** The name that a week has in ISO 8601: in the year in which four of its days are. */
function nameOfWeek(number: number): string {
  const monday = number * 7 - 3;
  const years = [0, 1, 2, 3, 4, 5, 6].map((each) => new Date((monday + each) * day).getUTCFullYear());
  const year = years.filter((each) => each === years[0]).length >= 4 ? (years[0] ?? 0) : (years[6] ?? 0);
  let first = weekNumber(Date.UTC(year, 0, 1) / day);
  // The first of January is of the old year's last week where less than four days of that week are of the new one.
  if (new Date((first * 7 - 3 + 3) * day).getUTCFullYear() < year) first += 1;
  return `${year}-W${String(number - first + 1).padStart(2, '0')}`;
}

/** The weeks of a plan, with three days before and after it. */
function weeksOf({ from, until }: Plan): number[] {
  const [first, last] = [weekNumber(from - 3), weekNumber(until + 3)];
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}

const digest = (kind: string, value: string): string =>
  createHash('sha256').update(`${kind} ${value}`).digest('hex');
const inOrder = (kind: string, values: readonly string[]): string[] =>
  [...values]
    .sort((one, other) => (digest(kind, one) < digest(kind, other) ? -1 : 1))
    .map((value) => `${kind} ${value}`);

/** Everything that a plan is compared by: of more than eight identifiers the eight surest. */
function comparedBy({ phones, emails, link, isOfTarget, secrecy }: Plan): string[] {
  if (secrecy === 'SECRET') return [];
  const identifiers = isOfTarget
    ? phones.slice(0, 1).map((value) => `PHONE ${value}`)
    : [...inOrder('PHONE', phones), ...inOrder('EMAIL', emails)].slice(0, 8);
  return [...identifiers, ...(link === undefined ? [] : [`LINK ${link}`])];
}

/** The weeks in which two plans clash, by their names. */
export function clashOf(one: Plan, other: Plan): string[] {
  if (one.side === other.side) return [];
  if (one.operation !== undefined && one.operation === other.operation) return [];
  const values = comparedBy(other);
  if (!comparedBy(one).some((value) => values.includes(value))) return [];
  const weeks = weeksOf(other);
  return weeksOf(one)
    .filter((week) => weeks.includes(week))
    .map(nameOfWeek);
}

/** The word of a plan's own agency on its clash with another one. */
export type Words = ReadonlyMap<string, 'COORDINATED' | 'OVERRIDDEN'>;
export const wordOn = (one: Plan, other: Plan): string => `${one.number} ${other.number}`;

/** What is found of a plan, with the weeks of clashes that are not settled. */
export interface Expected {
  found: Found;
  open: string[];
}

/** What is to be found of a plan among those that are in force. */
export function expectedOf(plan: Plan, others: readonly Plan[], words: Words): Expected {
  if (comparedBy(plan).length === 0) return { found: 'NOT_COMPARED', open: [] };
  const open = new Set<string>();
  const settled = new Set<'COORDINATED' | 'OVERRIDDEN'>();
  for (const other of others) {
    const weeks = clashOf(plan, other);
    if (weeks.length === 0) continue;
    const [here, there] = [words.get(wordOn(plan, other)), words.get(wordOn(other, plan))];
    if (here === 'OVERRIDDEN') settled.add('OVERRIDDEN');
    else if (here !== undefined && there === 'COORDINATED') settled.add('COORDINATED');
    else for (const week of weeks) open.add(week);
  }
  if (open.size > 0) return { found: 'CONFLICT', open: [...open].sort() };
  if (settled.has('OVERRIDDEN')) return { found: 'OVERRIDDEN', open: [] };
  return { found: settled.has('COORDINATED') ? 'COORDINATED' : 'CLEAR', open: [] };
}

const forms: Readonly<Record<string, RegExp>> = {
  round: /^\d+$/,
  epoch: /^\d{4}(-\d)?$/,
  elements: /^[\w-]{43}$/,
  name: /^[0-9A-HJKMNP-TV-Z]{20}$/,
  token: /^[\w-]{22}$/,
  withdrawn: /^[0-9A-HJKMNP-TV-Z]{20}$/,
  proof: /^[\w-]{86}$/,
  refused: /^(QUOTA_SPENT|EPOCH_UNKNOWN)$/,
  how: /^(COORDINATED|OVERRIDDEN)$/,
  reason: /^[A-Z_]+$/,
  theirs: /^[0-9A-HJKMNP-TV-Z]{20}$/,
  yours: /^[0-9A-HJKMNP-TV-Z]{20}$/,
  day: /^\d{4}-\d\d-\d\d$/,
  length: /^\d+$/,
  run: /^[0-9A-HJKMNP-TV-Z]{20}$/,
  isLast: /^(true|false)$/,
  contact: /^liaison@(investigative-committee[.]by|interior-ministry[.]ru)[.]example$/,
};

/** Counts what a message has beside random bytes, names and numbers of rounds: a field of a plan would be among it. */
export function fieldsShown(data: unknown, key = ''): number {
  if (Array.isArray(data)) return data.reduce<number>((sum, each) => sum + fieldsShown(each, key), 0);
  if (typeof data === 'object' && data !== null)
    return Object.entries(data).reduce((sum, [name, value]) => sum + fieldsShown(value, name), 0);
  return forms[key]?.test(String(data)) ? 0 : 1;
}
