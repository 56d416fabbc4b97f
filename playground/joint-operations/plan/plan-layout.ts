import {
  type Days,
  daysBetween,
  daysLater,
  isAmong,
  weekdayOf,
} from '../../measures/calendar/measure-day.ts';

/** A measure as far as the picture of a plan depends on it. */
export interface Drawable {
  id: string;
  isOwn: boolean;
  days: Days | undefined;
  need: { by: string } | null;
}

/** The lane of an agency: the own one stands above the other one. */
export type Lane = 'own' | 'other';

/** A measure as a bar of its lane, in days from the first one of the picture. */
export interface PlanBar<Line> {
  line: Line;
  lane: Lane;
  /** From 0 down, within the lane. */
  row: number;
  /** The day on which it begins, and the one after its last. */
  from: number;
  until: number;
  /** True where its words have room in it; else they stand behind it. */
  isWordInside: boolean;
}

/** An arrow from a bar to the other agency's lane, on the day by which something is needed. */
export interface NeedArrow<Line> {
  line: Line;
  /** The lane of the bar from which it goes. */
  lane: Lane;
  /** The row of that bar. */
  row: number;
  /** The middle of the bar's day that is nearest to the one of the need, in days. */
  from: number;
  /** The middle of the day of the need, in days. */
  to: number;
  /** From 0 down among the words between the lanes, where no two stand above each other. */
  wordRow: number;
}

/** The picture of a plan, in days and rows. */
export interface PlanLayout<Line> {
  days: Days;
  /** The number of days that it shows. */
  length: number;
  bars: PlanBar<Line>[];
  arrows: NeedArrow<Line>[];
  /** The rows of each lane, at least one. */
  rows: Readonly<Record<Lane, number>>;
  wordRows: number;
  /** Mondays, by their place. */
  weeks: { day: string; at: number }[];
  /** The place of today; undefined where it is not among the days shown. */
  today: number | undefined;
  /** The place of the operation's first day, and of the one after its last. */
  term: { from: number; until: number };
}

/** The room that words need, in days. */
interface Words<Line> {
  ofBar(line: Line): number;
  ofNeed(line: Line): number;
}

/** The first row of which the end is free from a place on, and the ends with this one taken. */
function place(ends: number[], from: number, until: number): number {
  const free = ends.findIndex((end) => end <= from);
  const row = free === -1 ? ends.length : free;
  ends[row] = until;
  return row;
}

/** The bars of a lane; words that are longer than their bar take free room behind it. */
function barsOf<Line extends Drawable>(
  lines: readonly Line[],
  lane: Lane,
  words: Words<Line>,
  placeOf: (day: string) => number,
): PlanBar<Line>[] {
  const ends: number[] = [];
  return lines
    .flatMap((line) => (line.days && line.isOwn === (lane === 'own') ? { line, days: line.days } : []))
    .sort((one, other) => one.days.from.localeCompare(other.days.from))
    .map(({ line, days }) => {
      const [from, until] = [placeOf(days.from), placeOf(days.until) + 1];
      const room = words.ofBar(line);
      const isWordInside = room <= until - from;
      const row = place(ends, from, isWordInside ? until : until + room);
      return { line, lane, row, from, until, isWordInside };
    });
}

/** The arrows of all bars that need something, by the day of the need. */
function arrowsOf<Line extends Drawable>(
  bars: readonly PlanBar<Line>[],
  words: Words<Line>,
  placeOf: (day: string) => number,
): NeedArrow<Line>[] {
  const ends: number[] = [];
  return bars
    .flatMap((bar) => (bar.line.need ? { bar, to: placeOf(bar.line.need.by) + 0.5 } : []))
    .sort((one, other) => one.to - other.to)
    .map(({ bar: { line, lane, row, from, until }, to }) => ({
      ...{ line, lane, row, to },
      from: Math.min(Math.max(to, from + 0.5), until - 0.5),
      wordRow: place(ends, to, to + words.ofNeed(line)),
    }));
}

const rowsOf = (bars: readonly PlanBar<unknown>[], lane: Lane): number =>
  Math.max(1, ...bars.filter((bar) => bar.lane === lane).map(({ row }) => row + 1));

/**
 * Lays out the plan of both agencies: all days of the operation, and those of measures and needs before and after them.
 * @param term the days of the operation
 */
export function planLayout<Line extends Drawable>(
  lines: readonly Line[],
  term: Days,
  today: string,
  words: Words<Line>,
): PlanLayout<Line> {
  const drawn = lines.filter(({ days }) => days !== undefined);
  const all = drawn.flatMap((line) => [
    ...(line.days ? [line.days.from, line.days.until] : []),
    ...(line.need ? [line.need.by] : []),
  ]);
  // Days as they are written stand in the order of time.
  const inOrder = [term.from, term.until, ...all].sort();
  const days = { from: inOrder[0] ?? term.from, until: inOrder.at(-1) ?? term.until };
  const length = daysBetween(days.from, days.until) + 1;
  const placeOf = (day: string) => daysBetween(days.from, day);
  const bars = (['own', 'other'] as const).flatMap((lane) => barsOf(drawn, lane, words, placeOf));
  const arrows = arrowsOf(bars, words, placeOf);
  const firstMonday = (8 - weekdayOf(days.from)) % 7;
  return {
    ...{ days, length, bars, arrows },
    rows: { own: rowsOf(bars, 'own'), other: rowsOf(bars, 'other') },
    wordRows: Math.max(0, ...arrows.map(({ wordRow }) => wordRow + 1)),
    weeks: Array.from({ length: Math.ceil((length - firstMonday) / 7) }, (_, index) => {
      const at = firstMonday + index * 7;
      return { day: daysLater(days.from, at), at };
    }),
    today: isAmong(today, days) ? placeOf(today) : undefined,
    term: { from: placeOf(term.from), until: placeOf(term.until) + 1 },
  };
}
