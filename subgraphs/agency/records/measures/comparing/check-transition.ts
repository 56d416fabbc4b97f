import type { Agency } from '../../../../../terms/agencies.ts';
import type { OverrideReason } from '../../../../../terms/enums.ts';
import { checkState, foundMeetings } from '../check-state.ts';
import {
  keyOfMeeting,
  type MeasureCheck,
  type Meeting,
  noCheck,
  type Override,
  type Word,
} from '../measure-check.ts';
import { openMeetings } from './shown-conflict.ts';

/** Everything that changes what is said of a measure. */
export type CheckEvent =
  /** The measure was authorised, or authorised anew. @see runOf */
  | { kind: 'BEGIN'; run: string; since: Date; isCompared: boolean; at: Date }
  /** Its tokens are on their way. */
  | { kind: 'LIST'; at: Date }
  /** What it is compared by has changed: own tokens that count no more, and whether there are others to come. */
  | { kind: 'CHANGE'; run: string; isCompared: boolean; gone: readonly string[]; isMore: boolean; at: Date }
  /** It is planned anew: what was authorised is so no more. */
  | { kind: 'STOP'; at: Date }
  /** It was done, lifted or cancelled, or its window is over. */
  | { kind: 'END'; at: Date }
  /** All its tokens were told. */
  | { kind: 'TOLD'; run: string; at: Date }
  /** Tokens of another agency are equal to some of it. */
  | { kind: 'MEET'; run: string; meetings: readonly Omit<Meeting, 'at' | 'here' | 'there'>[]; at: Date }
  /** Another agency has taken tokens back. */
  | { kind: 'PART'; other: Agency; theirs: readonly string[]; at: Date }
  /** A supervisor has talked with the other agencies about all that is open. */
  | { kind: 'COORDINATE'; run: string; by: string; at: Date }
  /** A supervisor goes on against all that is open. */
  | { kind: 'OVERRIDE'; run: string; by: string; reason: OverrideReason; at: Date }
  /** Another agency has spoken on some meetings. */
  | {
      kind: 'HEARD';
      run: string;
      other: Agency;
      pairs: readonly Pick<Meeting, 'own' | 'theirs' | 'week'>[];
      how: Word['how'];
      reason?: OverrideReason | undefined;
      at: Date;
    };

/** What another agency is to be told: the own word on meetings with it. */
export interface ToldWord extends Pick<Word, 'how' | 'reason'> {
  other: Agency;
  pairs: Pick<Meeting, 'own' | 'theirs'>[];
}

export type CheckRefusal = 'NOTHING_OPEN' | 'ALREADY_SPOKEN';

/** The check as an event makes it, and what other agencies are told; or why it is refused. Undefined where it changes nothing. */
export type CheckResult = { check: MeasureCheck; tells: ToldWord[] } | { refused: CheckRefusal } | undefined;

/** The words of one agency that wait for a meeting which is not found here yet: more than an honest one ever sends. */
const mostEarlyWords = 64;

/** The tokens of other agencies that meet one own token: a few measures are about one person in a week. */
const mostMeetingOne = 64;

/** The overrides that are kept of one measure: the newest. */
const mostOverrides = 100;

const only = (check: MeasureCheck): CheckResult => ({ check, tells: [] });

const isLive = ({ since, endedAt }: MeasureCheck): boolean => since !== undefined && endedAt === undefined;

function withChange(
  { toldAt, listedAt, ...check }: MeasureCheck,
  { isCompared, gone, isMore, at }: CheckEvent & { kind: 'CHANGE' },
): CheckResult {
  const meetings = check.meetings.filter(({ own }) => !gone.includes(own));
  const waits = isMore ? { since: at } : { ...(toldAt && { toldAt }), ...(listedAt && { listedAt }) };
  return only({ ...check, isCompared, meetings, ...waits });
}

function met(check: MeasureCheck, { meetings, at }: CheckEvent & { kind: 'MEET' }): CheckResult {
  const known = new Map(check.meetings.map((each) => [keyOfMeeting(each), each]));
  const counts = new Map<string, number>();
  for (const { own } of check.meetings) counts.set(own, (counts.get(own) ?? 0) + 1);
  let isNew = false;
  for (const each of meetings) {
    const before = known.get(keyOfMeeting(each));
    const count = counts.get(each.own) ?? 0;
    if (before?.at || (!before && count >= mostMeetingOne)) continue;
    if (!before) counts.set(each.own, count + 1);
    const { other, own, theirs, week } = each;
    known.set(keyOfMeeting(each), { ...before, other, own, theirs, week, at });
    isNew = true;
  }
  return isNew ? only({ ...check, meetings: [...known.values()] }) : undefined;
}

function parted(check: MeasureCheck, { other, theirs }: CheckEvent & { kind: 'PART' }): CheckResult {
  const meetings = check.meetings.filter((each) => each.other !== other || !theirs.includes(each.theirs));
  return meetings.length < check.meetings.length ? only({ ...check, meetings }) : undefined;
}

/** An own supervisor's word on all that is open. What the other agency has said stays. */
function spoken(check: MeasureCheck, word: Word & { by: string }): CheckResult {
  const open = openMeetings(check);
  if (open.length === 0) return { refused: 'NOTHING_OPEN' };
  const spokenOn = open.filter(({ here }) => here?.how !== word.how);
  if (spokenOn.length === 0) return { refused: 'ALREADY_SPOKEN' };
  const keys = new Set(spokenOn.map(keyOfMeeting));
  const { how, reason } = word;
  return {
    check: {
      ...check,
      meetings: check.meetings.map((each) => (keys.has(keyOfMeeting(each)) ? { ...each, here: word } : each)),
    },
    tells: [...new Set(spokenOn.map(({ other }) => other))].map((other) => ({
      other,
      how,
      ...(reason && { reason }),
      pairs: spokenOn.filter((each) => each.other === other).map(({ own, theirs }) => ({ own, theirs })),
    })),
  };
}

/** The other agency's word. It makes no conflict by itself, or an agency could make one out of a name. */
function heard(check: MeasureCheck, event: CheckEvent & { kind: 'HEARD' }): CheckResult {
  const { other, pairs, how, reason, at } = event;
  const known = new Map(check.meetings.map((each) => [keyOfMeeting(each), each]));
  let [early, isNew] = [check.meetings.filter((each) => each.at === undefined).length, false];
  for (const { own, theirs, week } of pairs) {
    const key = keyOfMeeting({ other, own, theirs });
    const before = known.get(key);
    if (before?.there?.how === how || (!before && early >= mostEarlyWords)) continue;
    if (!before) early++;
    known.set(key, {
      ...(before ?? { other, own, theirs, week }),
      there: { how, at, ...(reason && { reason }) },
    });
    isNew = true;
  }
  return isNew ? only({ ...check, meetings: [...known.values()] }) : undefined;
}

function changed(check: MeasureCheck, event: CheckEvent): CheckResult {
  const { at } = event;
  switch (event.kind) {
    case 'BEGIN': {
      const { run, since, isCompared } = event;
      return check.run === run && !check.endedAt ? undefined : only({ ...noCheck, run, since, isCompared });
    }
    case 'STOP':
      return check.since ? only({ ...noCheck, changedAt: at }) : undefined;
    default:
  }
  // Of an authorisation that was taken back meanwhile nothing is found out, and nobody speaks on it.
  if (!isLive(check) || ('run' in event && event.run !== check.run))
    return event.kind === 'COORDINATE' || event.kind === 'OVERRIDE' ? { refused: 'NOTHING_OPEN' } : undefined;
  switch (event.kind) {
    case 'LIST':
      return check.listedAt ? undefined : only({ ...check, listedAt: at });
    case 'CHANGE':
      return withChange(check, event);
    case 'END':
      return only({ ...check, endedAt: at });
    case 'TOLD':
      return check.toldAt ? undefined : only({ ...check, toldAt: at });
    case 'MEET':
      return met(check, event);
    case 'PART':
      return parted(check, event);
    case 'COORDINATE':
      return spoken(check, { how: 'COORDINATED', by: event.by, at });
    case 'OVERRIDE':
      return spoken(check, { how: 'OVERRIDDEN', by: event.by, reason: event.reason, at });
    case 'HEARD':
      return heard(check, event);
  }
}

/** The check with every override that came up in it, also once its conflict or its authorisation is over. */
function withOverrides(before: MeasureCheck, { overrides: _, ...after }: MeasureCheck): MeasureCheck {
  const keyOf = ({ other, week, isThere, at }: Override) => `${other} ${week} ${isThere} ${at.toISOString()}`;
  const all = new Map((before.overrides ?? []).map((each) => [keyOf(each), each]));
  for (const { other, week, here, there } of foundMeetings(after))
    for (const word of [here, there])
      if (word?.how === 'OVERRIDDEN') {
        const { how: _how, ...said } = word;
        const override = { ...said, other, week, isThere: word === there };
        all.set(keyOf(override), override);
      }
  return all.size === 0 ? after : { ...after, overrides: [...all.values()].slice(-mostOverrides) };
}

/**
 * The only way in which what is said of a measure changes. A later measure of another agency makes a conflict of whatever was said before; an event that
 * comes twice changes nothing.
 *
 *     NONE -- BEGIN --> WAITING -- TOLD --> CLEAR
 *                          |  24 h             |
 *                          +------> UNCHECKED  |     from each of them -- MEET --> CONFLICT
 *     CLEAR, UNCHECKED -- CHANGE with more to compare --> WAITING
 *     CONFLICT -- COORDINATE here and there --> COORDINATED -- MEET --> CONFLICT
 *     CONFLICT -- OVERRIDE here --> OVERRIDDEN -- MEET --> CONFLICT
 *     CONFLICT, COORDINATED, OVERRIDDEN -- PART of all --> CLEAR, WAITING or UNCHECKED
 */
export function checkTransition(check: MeasureCheck, event: CheckEvent): CheckResult {
  const result = changed(check, event);
  if (!result || !('check' in result)) return result;
  const after = { ...result, check: withOverrides(check, result.check) };
  const isOther = checkState(check, event.at) !== checkState(after.check, event.at) || event.kind === 'BEGIN';
  return isOther ? { ...after, check: { ...after.check, changedAt: event.at } } : after;
}
