import type { MeasureCheckState, MeasureConflictState } from '../../../../terms/enums.ts';
import type { MeasureCheck, Meeting } from './measure-check.ts';
import { longestUnchecked } from './measure-pace.ts';

/** The state of one meeting: an own supervisor who goes on needs nobody's word; one who has talked needs the same of the other agency, which has not talked if it goes on. */
export function meetingState({ here, there }: Pick<Meeting, 'here' | 'there'>): MeasureConflictState {
  if (here?.how === 'OVERRIDDEN') return 'OVERRIDDEN';
  return here && there?.how === 'COORDINATED' ? 'COORDINATED' : 'OPEN';
}

/** The meetings that are found, without those that another agency alone has spoken of. */
export const foundMeetings = ({ meetings }: Pick<MeasureCheck, 'meetings'>): Meeting[] =>
  meetings.filter(({ at }) => at !== undefined);

/** What the comparison says of a measure at a time. A conflict goes before everything: one that is settled never hides one that is not. */
export function checkState(check: MeasureCheck, now: Date): MeasureCheckState {
  const { since, isCompared, toldAt, endedAt } = check;
  if (!since) return 'NONE';
  if (!isCompared) return 'NOT_COMPARED';
  const states = foundMeetings(check).map(meetingState);
  if (states.includes('OPEN')) return 'CONFLICT';
  const at = endedAt && endedAt < now ? endedAt : now;
  const isLate = at.getTime() - since.getTime() >= longestUnchecked;
  if (!toldAt && !isLate) return 'WAITING';
  if (states.includes('OVERRIDDEN')) return 'OVERRIDDEN';
  if (states.includes('COORDINATED')) return 'COORDINATED';
  return toldAt ? 'CLEAR' : 'UNCHECKED';
}

/** The time at which a check becomes UNCHECKED by itself, unless it is told before. */
export const uncheckedAt = ({ since, isCompared, toldAt, endedAt }: MeasureCheck): Date | undefined =>
  since && isCompared && !toldAt && !endedAt ? new Date(since.getTime() + longestUnchecked) : undefined;

/** The time since which a check says what it says. */
export function checkedAt(check: MeasureCheck, now: Date): Date | undefined {
  const late = uncheckedAt(check);
  return late && late <= now && (!check.changedAt || check.changedAt < late) ? late : check.changedAt;
}

/** States with which a measure may start. */
const startable: readonly MeasureCheckState[] = [
  'CLEAR',
  'COORDINATED',
  'OVERRIDDEN',
  'UNCHECKED',
  'NOT_COMPARED',
];

export const mayStart = (state: MeasureCheckState): boolean => startable.includes(state);
