import type { RequestEventKind } from '../../../terms/enums.ts';
import type { RequestHalf } from '../half/own-requests.ts';

/** The side of a timeline on which a mark stands; `time` is for what neither agency does. */
export type Side = 'asking' | 'asked' | 'time';

export type MarkKind = RequestEventKind | 'DEADLINE' | 'NOW';

export interface TimelineMark {
  kind: MarkKind;
  /** RFC 3339. */
  at: string;
  /** The officer, where they are of the viewer's agency. */
  by: string | null;
  side: Side;
}

/** The clock between two marks: it has not begun, runs, stands still, has run out, is needed no more, or is still to run. */
export type Clock = 'before' | 'running' | 'stopped' | 'over' | 'done' | 'ahead';

/** The course of a request: its marks in the order of time, and the clock after each but the last. */
export interface Timeline {
  marks: TimelineMark[];
  clocks: Clock[];
}

/** Marks of either agency: each sees its own alone. */
type OwnMark = Extract<MarkKind, `WORDS_${string}`>;

const sides: Readonly<Record<Exclude<MarkKind, 'ENDED' | OwnMark>, Side>> = {
  DRAFTED: 'asking',
  AUTHORISED: 'asking',
  RECEIVED: 'asked',
  TAKEN_UP: 'asked',
  ASSIGNED: 'asked',
  QUESTIONED: 'asked',
  CLARIFIED: 'asking',
  ACCEPTED: 'asked',
  EXTENDED: 'asked',
  PROPOSED: 'asked',
  ANSWER_TURNED_DOWN: 'asked',
  DECIDED: 'asked',
  CLOSED: 'asking',
  DEADLINE: 'time',
  NOW: 'time',
};

/** The kinds of what happens in one moment, in the order in which they are drawn; all others come before these. */
const late: readonly MarkKind[] = ['DEADLINE', 'ENDED', 'NOW', 'CLOSED'];

/** An end that officers made is theirs; of any other nobody can say who made it, and so it is told of time. */
function sideOfEnd({ state, answer }: Pick<RequestHalf, 'state' | 'answer'>): Side {
  if (state === 'WITHDRAWN') return 'asking';
  return answer && answer.kind !== 'NO_DATA' ? 'asked' : 'time';
}

type Told = Pick<RequestHalf, 'box' | 'events' | 'deadline' | 'state' | 'answer' | 'endedAt'>;

const isOfWords = (kind: RequestEventKind): kind is OwnMark => kind.startsWith('WORDS_');

function sideOf(kind: RequestEventKind, half: Told): Side {
  if (kind === 'ENDED') return sideOfEnd(half);
  if (isOfWords(kind)) return half.box === 'SENT' ? 'asking' : 'asked';
  return sides[kind];
}

function marksOf(half: Told, now: number): TimelineMark[] {
  const { events, deadline, endedAt } = half;
  const marks: TimelineMark[] = events.map(({ kind, at, by }) => ({
    kind,
    at,
    by,
    side: sideOf(kind, half),
  }));
  // Of a request that has ended before, nobody waits for the deadline.
  if (deadline !== null && (endedAt === null || endedAt >= deadline))
    marks.push({ kind: 'DEADLINE', at: deadline, by: null, side: 'time' });
  // The page's time goes by minutes, and on another clock: what has been told of lies behind, whatever that says.
  const latest = Math.max(now, ...events.map(({ at }) => Date.parse(at)));
  if (endedAt === null)
    marks.push({ kind: 'NOW', at: new Date(latest).toISOString(), by: null, side: 'time' });
  return marks.sort(
    (one, other) =>
      Date.parse(one.at) - Date.parse(other.at) || late.indexOf(one.kind) - late.indexOf(other.kind),
  );
}

/** The clock after marks, the last of which is given with those before it. */
function clockAfter(kinds: readonly MarkKind[]): Clock {
  const has = (kind: MarkKind) => kinds.includes(kind);
  if (has('ENDED')) return 'done';
  if (has('NOW')) return 'ahead';
  if (!has('RECEIVED')) return 'before';
  if (has('QUESTIONED') && !has('CLARIFIED')) return 'stopped';
  return has('DEADLINE') ? 'over' : 'running';
}

/** The course of a request as the viewer's agency knows it, to the present moment and to its deadline. */
export function timelineOf(half: Told, now: number): Timeline {
  const marks = marksOf(half, now);
  const kinds = marks.map(({ kind }) => kind);
  return { marks, clocks: marks.slice(1).map((_, index) => clockAfter(kinds.slice(0, index + 1))) };
}
