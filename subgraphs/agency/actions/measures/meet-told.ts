import type { Agency } from '../../../../terms/agencies.ts';
import type { CheckEvent } from '../../records/measures/comparing/check-transition.ts';
import type { MeasureToken } from '../../records/measures/comparing/measure-token.ts';
import { openMeetings } from '../../records/measures/comparing/shown-conflict.ts';
import type { MeasureCheck } from '../../records/measures/measure-check.ts';
import { type ChangedCheck, changeChecks } from './change-checks.ts';
import type { Measuring } from './measuring.ts';

type Meeting = Pick<Measuring, 'measures' | 'checks' | 'book'>;

/** An own token and one that another agency has told, which are of one value and week. */
interface Pair {
  own: MeasureToken;
  theirs: string;
}

/** The time at which the last conflict came up, of one agency in one week, on which no supervisor of this agency has spoken. */
function lastUnspoken(
  check: Pick<MeasureCheck, 'meetings' | 'since' | 'endedAt' | 'isCompared'>,
): Date | undefined {
  const found = new Map<string, number>();
  if (!check.since || check.endedAt || !check.isCompared) return undefined;
  for (const { other, week, here, at } of openMeetings(check))
    if (!here && at) {
      const key = `${other} ${week}`;
      found.set(key, Math.min(found.get(key) ?? Number.POSITIVE_INFINITY, at.getTime()));
    }
  return found.size > 0 ? new Date(Math.max(...found.values())) : undefined;
}

/**
 * Notes conflicts for the officers of measures, those who read of all and whoever planned one: that there is one, or a further one, and nothing of the other
 * agency's plan. Done again it notes none anew.
 */
async function noteConflicts(
  { book }: Pick<Measuring, 'book'>,
  other: Agency,
  changed: readonly ChangedCheck[],
): Promise<void> {
  for (const { before, after } of changed) {
    const at = lastUnspoken(after.check);
    // Again for one that is as it was: whoever changed it may have ended before it was noted.
    if (!at || (before !== after && at.getTime() === lastUnspoken(before.check)?.getTime())) continue;
    const { _id, dossier, measure, plannedBy } = after;
    const key = `MEASURE_CONFLICT ${_id} ${at.toISOString()}`;
    const notice = {
      from: other,
      kind: 'MEASURE_CONFLICT',
      at,
      receivedAt: at,
      data: { dossier, measure },
    } as const;
    await book.note({ ...notice, key });
    await book.note({ ...notice, key: `${key} PLANNER`, for: plannedBy });
  }
}

/** Makes meetings of pairs. Done again it changes nothing. */
async function meetPairs(parts: Meeting, other: Agency, pairs: readonly Pair[], at: Date): Promise<void> {
  const events = new Map<string, CheckEvent[]>();
  for (const { own, theirs } of pairs) {
    const { measure, run, week } = own;
    if (measure === undefined || run === undefined || week === undefined) continue;
    const meeting = { other, own: own._id, theirs, week };
    const before = events.get(measure) ?? [];
    const same = before.find((each) => each.kind === 'MEET' && each.run === run);
    const meetings = same?.kind === 'MEET' ? [...same.meetings, meeting] : [meeting];
    events.set(measure, [...before.filter((each) => each !== same), { kind: 'MEET', run, meetings, at }]);
  }
  await noteConflicts(parts, other, await changeChecks(parts.checks, events));
}

/**
 * Finds what another agency has told of own tokens that are new, or are reckoned anew. They must be on record before: of two that come to the two
 * agencies in one moment each is written first and looked for second, so that one of them at least is found.
 */
export async function meetTold(
  parts: Meeting,
  other: Agency,
  own: readonly MeasureToken[],
  at: Date,
): Promise<void> {
  const told = await parts.measures.told(
    other,
    own.flatMap(({ expected = [] }) => expected),
  );
  if (told.length === 0) return;
  const pairs = own.flatMap((each) =>
    told
      .filter(({ token }) => each.expected?.includes(token))
      .map(({ name }): Pair => ({ own: each, theirs: name })),
  );
  await meetPairs(parts, other, pairs, at);
}

/** Finds the own tokens that some of another agency's meet. @param told that are on record */
export async function meetOwn(
  parts: Meeting,
  other: Agency,
  told: readonly { name: string; token: string }[],
  at: Date,
): Promise<void> {
  const own = await parts.measures.tokens.expecting(
    other,
    told.map(({ token }) => token),
  );
  const pairs = own.flatMap((each) =>
    told
      .filter(({ token }) => each.expected?.includes(token))
      .map(({ name }): Pair => ({ own: each, theirs: name })),
  );
  if (pairs.length > 0) await meetPairs(parts, other, pairs, at);
}

/** Tokens that are looked for together: an agency that tells all anew may take thousands back. */
const partedAtOnce = 500;

/** Ends the meetings with tokens that another agency has taken back. */
export async function part(
  { checks }: Pick<Measuring, 'checks'>,
  other: Agency,
  theirs: readonly string[],
  at: Date,
): Promise<void> {
  for (let first = 0; first < theirs.length; first += partedAtOnce) {
    const names = theirs.slice(first, first + partedAtOnce);
    const met = await checks.meeting(other, names);
    const event: CheckEvent = { kind: 'PART', other, theirs: names, at };
    await changeChecks(checks, new Map(met.map((measure) => [measure, [event]])));
  }
}
