import type { Agency } from '../../../../../terms/agencies.ts';
import { foundMeetings, meetingState } from '../check-state.ts';
import type { MeasureCheck, Meeting } from '../measure-check.ts';

/** What officers see of conflicts with one agency in one week: no more of its plan is known here. */
export interface ShownConflict {
  agency: Agency;
  week: string;
  state: ReturnType<typeof meetingState>;
  /** The time at which the first of them was found. */
  since: Date;
  /** An own supervisor has said that it is coordinated, and the other agency's has not yet. */
  waitsForThem: boolean;
  /** A supervisor of the other agency goes on. */
  theyGoOn: boolean;
}

const rank = { OPEN: 0, OVERRIDDEN: 1, COORDINATED: 2 } as const;

/**
 * The conflicts of a measure, one for each agency, week and state: how many tokens met says how many identifiers both hold, and an open one goes before
 * a settled one of the same week.
 */
export function shownConflicts(check: Pick<MeasureCheck, 'meetings'>): ShownConflict[] {
  const shown = new Map<string, ShownConflict>();
  for (const meeting of foundMeetings(check)) {
    const { other: agency, week, at: since = new Date(0), here, there } = meeting;
    const state = meetingState(meeting);
    const key = `${week} ${rank[state]} ${agency}`;
    const before = shown.get(key);
    shown.set(key, {
      agency,
      week,
      state,
      since: before && before.since < since ? before.since : since,
      waitsForThem: (before?.waitsForThem ?? true) && state === 'OPEN' && here !== undefined && !there,
      theyGoOn: (before?.theyGoOn ?? false) || there?.how === 'OVERRIDDEN',
    });
  }
  return [...shown].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** The meetings on which a supervisor of this agency has not spoken, or may still go on against. */
export const openMeetings = (check: Pick<MeasureCheck, 'meetings'>): Meeting[] =>
  foundMeetings(check).filter((meeting) => meetingState(meeting) === 'OPEN');
